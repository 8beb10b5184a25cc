"""Making an editorial unit: groups, collection and every permission, in one call."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import models, transaction
from wagtail.models import Collection

from network.units.models import EditorialUnit
from network.units.ports import unit_provisioners


@transaction.atomic
def unit_create(*, code: str, name: str, carrier: str, contact_email: str) -> EditorialUnit:
    """Create the unit with all its groups and permissions, or bring an existing one up to date.

    The unit is found by `code`; name, carrier and address of an existing unit stay as its
    editors set them.
    """
    unit = EditorialUnit.objects.filter(code=code).first()
    if unit is None:
        unit = EditorialUnit.objects.create(
            code=code,
            name=name,
            carrier=carrier,
            contact_email=contact_email,
            editors_group=Group.objects.create(name=f"{name}: Redaktion"),
            publishers_group=Group.objects.create(name=f"{name}: Redaktionsleitung"),
            collection=Collection.get_first_root_node().add_child(name=name),
        )
    unit_provision(unit)
    return unit


def units_provision() -> None:
    """Grant every unit what the slices of this version want it to have. Run after each update."""
    for unit in EditorialUnit.objects.select_related("editors_group", "publishers_group", "collection"):
        unit_provision(unit)


@transaction.atomic
def unit_provision(unit: EditorialUnit) -> None:
    """Run every registered provisioner for `unit`."""
    access_admin = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for group in (unit.editors_group, unit.publishers_group):
        group.permissions.add(access_admin)
    for provisioner in unit_provisioners:
        provisioner(unit)


def model_permissions_grant(group: Group, model: type[models.Model], actions: Iterable[str]) -> None:
    """Give `group` the Django permissions `<action>_<model>` for each of `actions` ("add", "view", …)."""
    codenames = [f"{action}_{model._meta.model_name}" for action in actions]
    permissions = Permission.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        codename__in=codenames,
    )
    if len(permissions) != len(codenames):
        missing = set(codenames) - {permission.codename for permission in permissions}
        raise LookupError(f"{model._meta.label}: permissions not found: {', '.join(sorted(missing))}")
    group.permissions.add(*permissions)
