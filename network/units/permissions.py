"""Who writes for a unit. Pure questions, table-tested in tests/access."""

from typing import Any

from network.units.models import EditorialUnit


def _group_ids(user: Any) -> set[int]:
    """The ids of the user's groups, read once per user object (one request)."""
    if not hasattr(user, "_unit_group_ids"):
        user._unit_group_ids = set(user.groups.values_list("pk", flat=True))
    ids: set[int] = user._unit_group_ids
    return ids


def is_editor(user: Any, unit: EditorialUnit) -> bool:
    """May write for `unit`: its editors, its publishers, administrators."""
    if not user.is_authenticated or not user.is_active:
        return False
    if user.is_superuser:
        return True
    return bool({unit.editors_group_id, unit.publishers_group_id} & _group_ids(user))


def is_publisher(user: Any, unit: EditorialUnit) -> bool:
    """May publish, cancel and approve for `unit`: its publishers, administrators."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or unit.publishers_group_id in _group_ids(user)
