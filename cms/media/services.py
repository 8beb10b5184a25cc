"""Who may use a unit's pictures and files."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission

from network.units.models import EditorialUnit

ADD_AND_CHOOSE = ("add", "choose")  # whoever adds may also change and delete what is theirs (Wagtail's ownership rule)
KEEP_ORDER = ("change",)  # includes deleting what others added


def media_permissions_grant(unit: EditorialUnit) -> None:
    """Editors add and choose, publishers keep order, both in the unit's own collection only.

    Nobody is granted anything on the root collection: it would reach down into every unit's. Safe to run again.
    """
    _grant(unit, unit.editors_group, ADD_AND_CHOOSE)
    _grant(unit, unit.publishers_group, ADD_AND_CHOOSE + KEEP_ORDER)


def _grant(unit: EditorialUnit, group: Group, actions: tuple[str, ...]) -> None:
    # Wagtail asks for the permissions of its own models, whatever model of ours takes their place.
    permissions = Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"),
        codename__in=[f"{action}_{kind}" for action in actions for kind in ("image", "document")],
    )
    for permission in permissions:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=unit.collection, permission=permission)
