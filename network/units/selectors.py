from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from network.units.models import EditorialUnit


def units_of(user: object) -> QuerySet[EditorialUnit]:
    """The units `user` writes for: as editor or publisher; an administrator writes for all."""
    if isinstance(user, AnonymousUser) or not getattr(user, "is_active", False):
        return EditorialUnit.objects.none()
    if getattr(user, "is_superuser", False):
        return EditorialUnit.objects.all()
    return EditorialUnit.objects.filter(Q(editors_group__user=user) | Q(publishers_group__user=user)).distinct()
