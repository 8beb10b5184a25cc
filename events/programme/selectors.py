"""What visitors read about events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from events.programme.enums import AttendanceMode
from events.programme.models import Event, EventSession
from events.programme.ports import Availability, availability_providers
from network.units.models import EditorialUnit


@dataclass(frozen=True)
class EventRow:
    """An event as lists show it."""

    event: Event
    first_session: EventSession
    sessions: list[EventSession]
    hosts: list[EditorialUnit]
    availability: Availability | None

    @property
    def unit_code(self) -> str:
        """Whose colours the row wears: the host's; the network's own when several hold it together."""
        return self.hosts[0].code if len(self.hosts) == 1 else ""

    @property
    def host_names(self) -> str:
        return " + ".join(host.carrier for host in self.hosts)

    @property
    def place(self) -> str:
        """The town or district in a word, or "Online"."""
        if self.event.attendance_mode == AttendanceMode.ONLINE:
            return _("Online")
        return self.event.district.name if self.event.district else self.event.venue_name

    @property
    def place_language(self) -> str:
        """The language of `place`; empty for our own word."""
        return "" if self.event.attendance_mode == AttendanceMode.ONLINE else self.event.text_language


def upcoming_events() -> QuerySet[Event]:
    """Everything visitors may see that is not over yet, soonest first."""
    return Event.objects.visible().upcoming().for_cards()


def next_event_rows(number: int, unit: EditorialUnit | None = None) -> list["EventRow"]:
    """The next `number` events, all or those one unit holds. Five queries."""
    events = upcoming_events()
    if unit is not None:
        events = events.filter(hosts=unit)
    return event_rows(list(events[:number]))


def event_rows(events: Sequence[Event]) -> list[EventRow]:
    """Rows for `events`, which must come from `for_cards()`. One query for all their seats."""
    available = event_availability(events)
    rows = []
    for event in events:
        sessions = list(event.sessions.all())
        if sessions:
            rows.append(
                EventRow(
                    event=event,
                    first_session=next_session(sessions),
                    sessions=sessions,
                    hosts=list(event.hosts.all()),
                    availability=available.get(event.pk),
                )
            )
    return rows


def next_session(sessions: list[EventSession], now: datetime | None = None) -> EventSession:
    """The next session that takes place, so that a running course is listed under its next date."""
    now = now or timezone.now()
    return next((s for s in sessions if s.ends_at >= now and not s.is_cancelled), sessions[0])


def event_availability(events: Sequence[Event]) -> dict[int, Availability]:
    """Seats in words, from whoever gives them. Empty for unsaved events (live preview)."""
    saved = [event for event in events if event.pk]
    answers: dict[int, Availability] = {}
    for provider in availability_providers:
        answers.update(provider(saved))
    return answers


@dataclass(frozen=True)
class EventPage:
    """Everything the event's page shows."""

    sessions: list[EventSession]
    hosts: list[EditorialUnit]
    topics: list[str]
    target_groups: list[str]
    availability: Availability | None
    is_over: bool

    @property
    def next_session(self) -> EventSession | None:
        """The day the page shows largest. None for an event without any, in the live preview."""
        return next_session(self.sessions) if self.sessions else None

    @property
    def unit_code(self) -> str:
        """Whose colours the page wears: the host's; the network's own when several hold it together."""
        return self.hosts[0].code if len(self.hosts) == 1 else ""


def event_page(event: Event) -> EventPage:
    """Reads an event for its page; works for unsaved events too, for the live preview."""
    sessions = sorted(event.sessions.all(), key=lambda session: session.starts_at)
    return EventPage(
        sessions=sessions,
        hosts=list(event.hosts.all()),
        topics=[topic.label() for topic in event.topics.all()],
        target_groups=[group.label() for group in event.target_groups.all()],
        availability=event_availability([event]).get(event.pk),
        is_over=bool(sessions) and max(session.ends_at for session in sessions) < timezone.now(),
    )
