"""Who plans, publishes and cancels events."""

from typing import Any

from events.programme.models import Event
from network.units.permissions import is_editor, is_publisher


def may_edit_event(user: Any, event: Event) -> bool:
    """Editors of any unit that hosts it."""
    return any(is_editor(user, unit) for unit in event.hosts.all())


def may_publish_event(user: Any, event: Event) -> bool:
    """Publishers of any unit that hosts it publish, move and cancel it."""
    return any(is_publisher(user, unit) for unit in event.hosts.all())


def may_see_event(user: Any, event: Event) -> bool:
    """Everybody sees what is public; a draft only those who write it."""
    return event.is_visible or may_edit_event(user, event)
