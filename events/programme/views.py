"""Finding events."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View
from django.views.generic import ListView

from events.programme.models import Event
from events.programme.permissions import may_see_event
from events.programme.selectors import event_page, event_rows, upcoming_events


class EventListView(ListView[Event]):
    """What comes next, soonest first."""

    template_name = "programme/event_list.html"
    paginate_by = 20
    page_kwarg = "seite"

    def get_queryset(self) -> Any:
        return upcoming_events()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["rows"] = event_rows(context["page_obj"].object_list)
        return context


class EventDetailView(View):
    """One event. The number finds it; an old title in the address leads to the new one."""

    def get(self, request: HttpRequest, slug: str, pk: int) -> HttpResponse:
        event = get_object_or_404(Event.objects.select_related("format", "district"), pk=pk)
        if not may_see_event(request.user, event):
            raise Http404
        if slug != event.slug:
            return redirect(event, permanent=True)
        return render(request, "programme/event_detail.html", {"event": event, "page": event_page(event)})
