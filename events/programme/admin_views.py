"""Cancelling an event, in the Wagtail admin."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views import View

from events.programme.models import Event
from events.programme.permissions import may_publish_event
from events.programme.services import event_cancel


class EventCancelView(View):
    """Asks once, because everybody who joined gets a mail."""

    event: Event

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.event = get_object_or_404(Event, pk=kwargs["pk"])
        if not may_publish_event(request.user, self.event):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return render(request, "programme/admin/event_cancel.html", {"event": self.event})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            event_cancel(event=self.event, actor=request.user)  # type: ignore[arg-type]  # admin: signed in
            messages.success(request, _("Abgesagt. Alle Angemeldeten bekommen eine E-Mail."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("wagtailsnippets_programme_event:edit", pk)
