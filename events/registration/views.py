"""Joining and leaving."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from events.programme.enums import SeatMode
from events.programme.models import Event
from events.registration.forms import JoinForm
from events.registration.models import Registration
from events.registration.permissions import may_cancel
from events.registration.services import event_require_open, organisation_join, registration_cancel
from network.kept_forms import KeptFormView
from network.organisations.views import MemberRequiredMixin


class JoinView(MemberRequiredMixin, KeptFormView[JoinForm]):
    """Join a published event, for oneself and for one's people."""

    template_name = "registration/join.html"
    form_class = JoinForm
    event: Event

    @property
    def draft_name(self) -> str:
        return f"join-{self.event.pk}"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.event = get_object_or_404(Event.objects.visible().prefetch_related("sessions"), pk=kwargs["pk"])
        try:
            event_require_open(self.event)
        except ValidationError as error:  # said before anybody fills in a form for nothing
            messages.error(request, " ".join(error.messages))
            return redirect(self.event)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "event": self.event, "actor": self.person}

    def form_valid(self, form: JoinForm) -> HttpResponse:
        data = form.cleaned_data
        try:
            registrations = organisation_join(
                event=self.event,
                actor=self.person,
                people=list(data["people"]),
                new_colleague=data["new_colleague"],
                mode=SeatMode(data["mode"]),
                organisation=data["organisation"],
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        if not registrations:
            self.note_arrival(_("Alle, die Sie ausgewählt haben, sind schon angemeldet."), messages.INFO)
            return redirect("organisations:home")
        self.note_arrival(
            ngettext(
                "%(number)d Person ist angemeldet. Die Bestätigung kommt per E-Mail.",
                "%(number)d Personen sind angemeldet. Die Bestätigungen kommen per E-Mail.",
                len(registrations),
            )
            % {"number": len(registrations)},
        )
        return redirect("organisations:home")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(event=self.event, sessions=self.event.sessions.all(), **kwargs)


class CancelView(MemberRequiredMixin, View):
    """Give one's seat back, or that of somebody one acts for."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return render(request, "registration/cancel.html", {"registration": self._registration(pk)})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        registration = self._registration(pk)
        registration_cancel(registration=registration, actor=self.person)
        messages.success(request, _("%(name)s ist abgemeldet.") % {"name": registration.person.name})
        return redirect("organisations:home")

    def _registration(self, pk: int) -> Registration:
        registration = get_object_or_404(
            Registration.objects.select_related("event", "person", "pool", "registered_by"), pk=pk
        )
        if not may_cancel(self.person, registration):
            raise Http404  # whether it exists is nobody else's business
        return registration
