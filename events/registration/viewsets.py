"""Who comes, for the unit that hosts."""

from typing import Any

import django_filters  # type: ignore[import-untyped]  # ships without types
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column

from events.programme.models import Event
from events.registration.models import Registration
from network.units.selectors import units_of
from network.units.viewsets import UnitIndexView, UnitSnippetViewSet


class RegistrationIndexView(UnitIndexView):
    """Read only: people join through the site, where the seats are counted."""

    header_buttons: list[object] = []

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().select_related("event", "person", "organisation")


def _own_events(request: HttpRequest) -> QuerySet[Event]:
    return Event.objects.filter(hosts__in=units_of(request.user)).distinct()


class RegistrationFilterSet(WagtailFilterSet):
    """By event: those the user's units host, or the list would name the other unit's drafts."""

    event = django_filters.ModelChoiceFilter(queryset=_own_events, label=_("Veranstaltung"))

    class Meta:
        model = Registration
        fields = ["event", "state"]


class RegistrationViewSet(UnitSnippetViewSet):
    model = Registration
    unit_lookup = "event__hosts"
    icon = "user"
    menu_label = _("Anmeldungen")
    menu_name = "registrations"
    menu_order = 205
    add_to_admin_menu = True
    index_view_class = RegistrationIndexView
    list_display = ["person", "event", "organisation", Column("get_state_display", label=_("Status")), "created_at"]
    filterset_class = RegistrationFilterSet
    copy_view_enabled = False
    never = ("add", "change", "delete")  # seats are given and taken by the services, under their lock
    panels = [FieldPanel("state", read_only=True)]
