"""The Wagtail views for records that belong to a unit.

Wagtail's generic views ask the permission of the model and, for most of them, not of the row. Each
view here asks for the row too, so that an address typed by hand leads the other unit nowhere.
"""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import URLPattern
from django.utils.functional import cached_property
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.snippets.views import chooser, snippets
from wagtail.snippets.views.snippets import SnippetViewSet

from network.units.policies import UnitPermissionPolicy

ANY_ACTION = ("view", "add", "change", "delete")


class UnitRowMixin:
    """Refuses the row when the user's units do not own it."""

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        row = super().get_object(*args, **kwargs)  # type: ignore[misc]
        required = getattr(self, "permission_required", None)
        actions = [required] if required else ANY_ACTION
        policy: UnitPermissionPolicy = self.permission_policy  # type: ignore[attr-defined]
        user = self.request.user  # type: ignore[attr-defined]
        if not policy.user_has_any_permission_for_instance(user, actions, row):
            raise PermissionDenied
        return row


class UnitIndexView(snippets.IndexView):
    def get_base_queryset(self) -> QuerySet[Any]:
        allowed = self.permission_policy.instances_user_has_any_permission_for(self.request.user, ANY_ACTION)
        return super().get_base_queryset().filter(pk__in=allowed.values("pk"))


class UnitEditView(UnitRowMixin, snippets.EditView):
    pass


class UnitCopyView(UnitRowMixin, snippets.CopyView):
    pass


class UnitDeleteView(UnitRowMixin, snippets.DeleteView):
    pass


class UnitUsageView(UnitRowMixin, snippets.UsageView):
    pass


class UnitHistoryView(UnitRowMixin, snippets.HistoryView):
    pass


class UnitInspectView(UnitRowMixin, snippets.InspectView):
    pass


class _UnitChoiceMixin:
    """Choosers offer, and resolve, only what the user's units own."""

    def get_object_list(self) -> QuerySet[Any]:
        return self._allowed(super().get_object_list())  # type: ignore[misc]

    def get_objects(self, pks: Any) -> QuerySet[Any]:
        return self._allowed(super().get_objects(pks))  # type: ignore[misc]

    def get_object(self, pk: Any) -> Any:
        row = super().get_object(pk)  # type: ignore[misc]
        if not self._allowed(type(row)._default_manager.filter(pk=row.pk)).exists():
            raise PermissionDenied
        return row

    def _allowed(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        viewset = rows.model.snippet_viewset
        user = self.request.user  # type: ignore[attr-defined]
        allowed = viewset.permission_policy.instances_user_has_any_permission_for(user, ANY_ACTION)
        return rows.filter(pk__in=allowed.values("pk"))


class UnitChooseView(_UnitChoiceMixin, chooser.ChooseView):
    pass


class UnitChooseResultsView(_UnitChoiceMixin, chooser.ChooseResultsView):
    pass


class UnitChosenView(_UnitChoiceMixin, chooser.SnippetChosenView):
    pass


class UnitChosenMultipleView(_UnitChoiceMixin, chooser.SnippetChosenMultipleView):
    pass


class UnitSnippetChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = UnitChooseView
    choose_results_view_class = UnitChooseResultsView
    chosen_view_class = UnitChosenView
    chosen_multiple_view_class = UnitChosenMultipleView

    def get_urlpatterns(self) -> list[URLPattern]:
        """Without `create`: no chooser of ours has a form for it, and Wagtail's view fails without one."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]


class UnitSnippetViewSet(SnippetViewSet):
    """A viewset whose every door asks to which unit a row belongs.

    Set `unit_lookup` to the path from the model to its unit or units, and `never` to the actions that
    are left to services (see `UnitPermissionPolicy`).
    """

    unit_lookup = "unit"
    never: Collection[str] = ()
    index_view_class = UnitIndexView
    edit_view_class = UnitEditView
    copy_view_class = UnitCopyView
    delete_view_class = UnitDeleteView
    usage_view_class = UnitUsageView
    history_view_class = UnitHistoryView
    inspect_view_class = UnitInspectView
    chooser_viewset_class = UnitSnippetChooserViewSet

    @cached_property
    def permission_policy(self) -> UnitPermissionPolicy:
        return UnitPermissionPolicy(self.model, self.unit_lookup, self.never)

    @property
    def url_finder_class(self) -> type[ModelAdminURLFinder]:
        """Asks for the row: Wagtail's own asks for the model, and so "usage" named the other unit's drafts."""
        names = {"permission_policy": self.permission_policy, "edit_url_name": self.get_url_name("edit")}
        return type("UnitAdminURLFinder", (ModelAdminURLFinder,), names)
