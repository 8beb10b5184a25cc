from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Max, Min
from django.utils import timezone

from events.programme.enums import VISIBLE_STATES

if TYPE_CHECKING:
    from events.programme.models import Event  # noqa: F401


class EventQuerySet(models.QuerySet["Event"]):
    def visible(self) -> "EventQuerySet":
        """What visitors may see: published, or cancelled after it was published."""
        return self.filter(state__in=VISIBLE_STATES)

    def with_times(self) -> "EventQuerySet":
        """Adds `first_starts_at` and `last_ends_at` over all sessions."""
        return self.annotate(first_starts_at=Min("sessions__starts_at"), last_ends_at=Max("sessions__ends_at"))

    def upcoming(self, now: datetime | None = None) -> "EventQuerySet":
        """Not over yet, soonest first."""
        return self.with_times().filter(last_ends_at__gte=now or timezone.now()).order_by("first_starts_at", "pk")

    def for_cards(self) -> "EventQuerySet":
        """With everything an event row shows, in a fixed number of queries."""
        return self.select_related("format", "district").prefetch_related("hosts", "sessions")
