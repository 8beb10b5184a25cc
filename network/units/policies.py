"""Unit separation in the Wagtail admin: what belongs to one unit is out of the other one's reach."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies.base import ModelPermissionPolicy

from network.units.selectors import units_of


class UnitPermissionPolicy(ModelPermissionPolicy):
    """Django's model permissions, but only for rows of the user's own units.

    `unit_lookup` is the path from the model to its unit or units, for example "unit" or "hosts".
    `never` are actions for which the admin has no door, not even an administrator's: where rows are
    made by a service, a form of Wagtail's would leave out the lock, the count and the mail.
    """

    def __init__(self, model: type[Model], unit_lookup: str, never: Collection[str] = ()) -> None:
        super().__init__(model)
        self.unit_lookup = unit_lookup
        self.never = frozenset(never)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in self.never and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        if not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()
        if user.is_superuser:
            return self.model._default_manager.all()
        return self.model._default_manager.filter(**{f"{self.unit_lookup}__in": units_of(user)}).distinct()

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Model) -> bool:
        if not self.user_has_any_permission(user, actions):
            return False
        if instance.pk is None or user.is_superuser:
            return True
        return self.instances_user_has_any_permission_for(user, actions).filter(pk=instance.pk).exists()
