"""The editors' desk for events, in the Wagtail admin."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Min, QuerySet
from django.forms import CheckboxSelectMultiple, DateTimeInput
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import CreateView

from events.programme.forms import EventForm
from events.programme.models import Event
from events.programme.permissions import may_publish_event
from events.programme.policies import EventPermissionPolicy
from events.programme.services import event_publish, event_saved
from network.units.viewsets import UnitEditView, UnitIndexView, UnitSnippetViewSet

# The browser's own field: Wagtail's picker turns what it cannot read into "now", without a word, and a
# meeting moved by such a slip would be mailed to everybody.
MOMENT = DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


def begin(event: Any) -> str:
    """The first session's begin as a clock in Hessen shows it; empty without a session."""
    return date_format(timezone.localtime(event.first_starts_at), "D, j. M Y, H:i") if event.first_starts_at else "–"


class EventIndexView(UnitIndexView):
    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset().annotate(first_starts_at=Min("sessions__starts_at"))
        return rows.select_related("format")


class EventSaveMixin:
    """Saves through the services, and shows on the form what they refuse."""

    def save_instance(self) -> Event:
        with transaction.atomic():
            event: Event = self.form.save()  # type: ignore[attr-defined]
            actor = self.request.user  # type: ignore[attr-defined]
            log(instance=event, action=self.log_action, user=actor, content_changed=True)  # type: ignore[attr-defined]
            event_saved(event=event, actor=actor)
            if self.action == "make_public":  # type: ignore[attr-defined]
                event_publish(event=event, actor=actor)
        return event

    def form_valid(self, form: EventForm) -> HttpResponse:
        is_new = form.instance.pk is None
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except ValidationError as error:
            if is_new:  # the row was rolled back, the form must not think it exists
                form.instance.pk = None
                form.instance._state.adding = True
                for session in form.formsets["sessions"].forms:
                    session.instance.pk = None
            form.add_error(None, error)
            self.produced_error_message = " ".join(error.messages)
            return self.form_invalid(form)  # type: ignore[attr-defined]


class EventCreateView(EventSaveMixin, CreateView):
    actions = ["create", "make_public"]
    log_action = "wagtail.create"


class EventEditView(EventSaveMixin, UnitEditView):
    actions = ["edit", "make_public"]
    log_action = "wagtail.edit"

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons: list[Button] = super().header_more_buttons
        if self.object.is_visible:
            buttons.append(
                Button(_("Auf der Website ansehen"), url=self.object.get_absolute_url(), icon_name="view", priority=5)
            )
            if not self.object.is_cancelled and may_publish_event(self.request.user, self.object):
                buttons.append(
                    Button(
                        _("Absagen"),
                        url=reverse("programme_event_cancel", args=[self.object.pk]),
                        icon_name="cross",
                        priority=40,
                    )
                )
        return buttons

    def get_success_url(self) -> str:
        return reverse(self.edit_url_name, args=[self.object.pk])


class EventViewSet(UnitSnippetViewSet):
    model = Event
    unit_lookup = "hosts"
    icon = "date"
    menu_label = _("Veranstaltungen")
    menu_name = "events"
    menu_order = 200
    add_to_admin_menu = True
    index_view_class = EventIndexView
    add_view_class = EventCreateView
    edit_view_class = EventEditView
    copy_view_enabled = False
    list_display = [
        "title",
        Column("first_starts_at", label=_("Beginn"), accessor=begin, sort_key="first_starts_at"),
        "format",
        Column("get_state_display", label=_("Status")),
    ]
    list_filter = ["state", "format"]
    search_fields = ["title"]

    edit_handler = ObjectList(
        base_form_class=EventForm,
        children=[
            FieldPanel("title"),
            FieldPanel("summary"),
            FieldRowPanel([FieldPanel("format"), FieldPanel("attendance_mode")]),
            InlinePanel(
                "sessions",
                heading=_("Termine"),
                label=_("Termin"),
                min_num=1,
                panels=[
                    FieldRowPanel([FieldPanel("starts_at", widget=MOMENT), FieldPanel("ends_at", widget=MOMENT)]),
                    FieldPanel("title"),
                    FieldPanel("is_cancelled"),
                ],
            ),
            MultiFieldPanel(
                [
                    FieldPanel("venue_name"),
                    FieldPanel("venue_address"),
                    FieldPanel("district"),
                    FieldPanel("venue_access"),
                    FieldPanel("venue_transit"),
                    FieldPanel("online_url"),
                ],
                heading=_("Ort"),
            ),
            FieldRowPanel([FieldPanel("seats_onsite"), FieldPanel("seats_online")], heading=_("Plätze")),
            FieldPanel("description"),
            MultiFieldPanel(
                [
                    FieldPanel("hosts", widget=CheckboxSelectMultiple),
                    FieldPanel("contact_name"),
                    FieldPanel("contact_email"),
                    FieldPanel("costs"),
                ],
                heading=_("Gastgeber und Kontakt"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("topics", widget=CheckboxSelectMultiple),
                    FieldPanel("target_groups", widget=CheckboxSelectMultiple),
                ],
                heading=_("Einordnung"),
            ),
        ],
    )

    @cached_property
    def permission_policy(self) -> EventPermissionPolicy:
        return EventPermissionPolicy()
