"""Bulk actions, which take any numbers from the address.

Wagtail asks for each row whether the user may act on it, except for snippets, where it asks for the
model only; and it lists the rows one may not touch by name. Counting up numbers, an editor read the
titles of the other unit's drafts and pictures and everybody's name and address, and deleted the
other unit's records.
"""

from typing import Any

from django.http import Http404
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction


class OwnRowsMixin:
    """Speaks only of rows the user may act on. None of them: 404, as if there were no such rows."""

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
        numbers = self.request.GET.getlist("id")  # type: ignore[attr-defined]
        if not all(number == "all" or (number.isascii() and number.isdigit()) for number in numbers):
            raise Http404
        rows, _not_allowed = super().get_actionable_objects()  # type: ignore[misc]
        if not rows:
            raise Http404
        return rows, {"items_with_no_access": []}


class UnitDeleteBulkAction(OwnRowsMixin, DeleteBulkAction):
    """Deletes what each row's policy lets the user delete, by the model's own `delete`, which may refuse."""

    def check_perm(self, snippet: Any) -> bool:
        policy = snippet.snippet_viewset.permission_policy
        return bool(policy.user_has_permission_for_instance(self.request.user, "delete", snippet))

    @classmethod
    def execute_action(cls, objects: list[Any], user: Any = None, **_kwargs: Any) -> tuple[int, int]:
        for row in objects:
            row.delete()
        return len(objects), 0
