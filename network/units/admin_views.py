"""Wagtail's report of everything that happened, for the eyes of one unit."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import get_snippet_models

from network.units.models import EditorialUnit
from network.units.policies import UnitPermissionPolicy
from network.units.selectors import units_of
from network.units.viewsets import ANY_ACTION


class UnitSiteHistoryFilterSet(SiteHistoryReportFilterSet):
    def get_user_choices(self) -> QuerySet[Any]:
        """Who writes for the same units, not everybody who ever joined an event."""
        users: QuerySet[Any] = super().get_user_choices()
        user = self.request.user
        if user.is_superuser:
            return users
        units = EditorialUnit.objects.filter(pk__in=units_of(user).values("pk"))
        groups = [*units.values_list("editors_group", flat=True), *units.values_list("publishers_group", flat=True)]
        return users.filter(groups__in=groups).distinct()


class UnitSiteHistoryView(LogEntriesView):
    """Wagtail 7.4 lets a user see the log of every row of a model on which they have any permission:
    the titles of the other unit's drafts, and the names of who joined what."""

    filterset_class = UnitSiteHistoryFilterSet

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        entries: QuerySet[Any] = super().filter_queryset(queryset)
        return own_entries(entries, self.request.user) if entries.model is ModelLogEntry else entries


def own_entries(entries: QuerySet[Any], user: Any) -> QuerySet[Any]:
    """Of what is logged about rows that belong to a unit, only the rows of the user's own."""
    if user.is_superuser:
        return entries
    for model in get_snippet_models():
        policy = model.snippet_viewset.permission_policy
        if not isinstance(policy, UnitPermissionPolicy):
            continue
        own = policy.instances_user_has_any_permission_for(user, ANY_ACTION)
        own_numbers = own.order_by().annotate(number=Cast("pk", CharField())).values("number")
        of_model = Q(content_type=ContentType.objects.get_for_model(model))
        entries = entries.exclude(of_model & ~Q(object_id__in=own_numbers))
    return entries
