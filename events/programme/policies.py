"""Who may touch an event in the Wagtail admin, down to the state it is in."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from events.programme.models import Event
from events.programme.permissions import may_publish_event
from network.units.policies import UnitPermissionPolicy


class EventPermissionPolicy(UnitPermissionPolicy):
    """Drafts belong to all editors of a host. What is public only publishers change (people have it in
    their calendars), and nobody deletes it."""

    def __init__(self) -> None:
        super().__init__(Event, "hosts")

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Model) -> bool:
        return any(self._allowed(user, action, instance) for action in actions)

    def _allowed(self, user: Any, action: str, instance: Model) -> bool:
        if not super().user_has_any_permission_for_instance(user, [action], instance):
            return False
        if not isinstance(instance, Event) or not instance.is_visible:
            return True
        if action == "delete":
            return False
        return action != "change" or may_publish_event(user, instance)
