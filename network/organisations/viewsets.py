"""The unit's inbox and its organisations, in the Wagtail admin."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from network.organisations.models import Organisation, OrganisationApplication, UnitRule
from network.units.viewsets import UnitIndexView, UnitSnippetViewSet
from network.working_days import working_days_between


def _age(application: OrganisationApplication) -> str:
    """How long it has been open, in working days of Hessen; empty once decided."""
    if not application.is_open or application.verified_at is None:
        return ""
    days = working_days_between(timezone.localdate(application.verified_at), timezone.localdate())
    return ngettext("%(days)d Arbeitstag", "%(days)d Arbeitstage", days) % {"days": days}


def _wish(application: OrganisationApplication) -> str:
    return str(_("Zugang") if application.claimed_id else _("Aufnahme"))


class ApplicationIndexView(UnitIndexView):
    """Only verified applications: the rest is not the unit's business yet. Open ones first."""

    def get_base_queryset(self) -> QuerySet[Any]:
        verified = OrganisationApplication.objects.verified()
        return super().get_base_queryset().filter(pk__in=verified.values("pk")).select_related("place__district")

    def _get_title_column(self, *args: Any, **kwargs: Any) -> TitleColumn:
        return TitleColumn("name", label=_("Organisation"), url_name="organisation_application_review")

    @property
    def header_buttons(self) -> list[Any]:
        return []  # applications come from applicants, nobody adds one here


class ApplicationViewSet(UnitSnippetViewSet):
    model = OrganisationApplication
    unit_lookup = "unit"
    icon = "inbox"
    menu_label = _("Anträge")
    menu_name = "organisation-applications"
    index_view_class = ApplicationIndexView
    list_display = [
        "name",
        Column("wish", label=_("Wunsch"), accessor=_wish),
        Column("get_kind_display", label=_("Art")),
        "place",
        Column("get_state_display", label=_("Status")),
        Column("age", label=_("Offen seit"), accessor=_age),
        "verified_at",
    ]
    list_filter = ["state", "kind"]
    search_fields = ["name", "contact_name"]
    copy_view_enabled = False
    inspect_view_enabled = False
    never = ("add", "change", "delete")  # applicants add, and the unit decides on a page of its own
    panels = [FieldPanel("name")]


class OrganisationViewSet(UnitSnippetViewSet):
    model = Organisation
    unit_lookup = "responsible_unit"
    icon = "group"
    menu_label = _("Organisationen")
    menu_name = "organisations"
    list_display = [
        "name",
        Column("get_kind_display", label=_("Art")),
        "place",
        Column("get_state_display", label=_("Status")),
    ]
    list_filter = ["kind", "state"]
    search_fields = ["name"]
    copy_view_enabled = False
    never = ("add", "delete")  # an organisation comes from its application, and registrations refer to it
    panels = [FieldPanel("name"), FieldPanel("kind"), FieldPanel("place"), FieldPanel("website")]


class UnitRuleViewSet(UnitSnippetViewSet):
    """Which unit looks after which kind. No group has a right to it: administrators alone."""

    model = UnitRule
    icon = "cogs"
    menu_label = _("Zuständigkeiten")
    menu_name = "unit-rules"
    list_display = ["kind", "unit", "applicants_choose"]
    copy_view_enabled = False
    never = ("add", "delete")  # one for each kind, from the set-up
    panels = [FieldPanel("kind", read_only=True), FieldPanel("unit"), FieldPanel("applicants_choose")]


class OrganisationsGroup(SnippetViewSetGroup):
    items = (ApplicationViewSet, OrganisationViewSet, UnitRuleViewSet)
    menu_label = _("Mitglieder")
    menu_icon = "group"
    menu_order = 210
