"""Reads about registrations and seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.programme.enums import EventState
from events.programme.models import Event, EventSession
from events.programme.ports import Availability
from events.programme.selectors import next_session
from events.registration.models import Registration, SeatPool
from network.accounts.models import Person
from network.organisations.ports import Panel

FEW_SEATS = 5
"""From here on the visitor reads how many seats are left."""


def availability(events: Sequence[Event]) -> dict[int, Availability]:
    """Seats of `events` in words. One query for all of them; reads the sessions each event holds."""
    pools: dict[int, list[SeatPool]] = {}
    for pool in SeatPool.objects.filter(event__in=[event.pk for event in events]):
        pools.setdefault(pool.event_id, []).append(pool)
    now = timezone.now()
    return {event.pk: _availability(event, pools.get(event.pk, []), now) for event in events}


def _availability(event: Event, pools: list[SeatPool], now: datetime) -> Availability:
    if event.state == EventState.CANCELLED:
        return Availability(_("Abgesagt"))
    sessions = list(event.sessions.all())
    if not sessions or max(session.ends_at for session in sessions) < now:
        return Availability(_("Vorbei"))
    starts = [session.starts_at for session in sessions if not session.is_cancelled]
    if event.state != EventState.PUBLIC or not starts or min(starts) <= now:
        return Availability(_("Anmeldung geschlossen"))
    join_url = reverse("registration:join", args=[event.slug, event.pk])
    seats = [pool.free for pool in pools if pool.mode in event.seat_modes]
    if None in seats or not seats:
        return Availability(_("Anmeldung offen"), join_url, is_open=True)
    free = sum(seat for seat in seats if seat is not None)
    if free <= 0:
        return Availability(_("Ausgebucht"))
    if free <= FEW_SEATS:
        label = ngettext("Nur noch %(free)d Platz frei", "Nur noch %(free)d Plätze frei", free) % {"free": free}
        return Availability(label, join_url, is_open=True, free=free)
    return Availability(_("Anmeldung offen"), join_url, is_open=True, free=free)


@dataclass(frozen=True)
class OwnDate:
    """An event one takes part in, or sends people to."""

    event: Event
    session: EventSession
    """The next one that takes place."""
    registrations: list[Registration]


def upcoming_dates(person: Person) -> list[OwnDate]:
    """What comes next for `person` and for those they registered, soonest first. Two queries."""
    registrations = (
        Registration.objects.active()
        .filter(Q(person=person) | Q(registered_by=person), event__sessions__ends_at__gte=timezone.now())
        .select_related("event", "person")
        .prefetch_related("event__sessions")
        .order_by("person__name", "pk")
        .distinct()
    )
    by_event: dict[int, list[Registration]] = {}
    for registration in registrations:
        by_event.setdefault(registration.event_id, []).append(registration)
    dates = [
        OwnDate(event=rows[0].event, session=next_session(list(rows[0].event.sessions.all())), registrations=rows)
        for rows in by_event.values()
    ]
    return sorted(dates, key=lambda date: date.session.starts_at)


def home_panel(person: Person) -> Panel:
    """ "Meine Termine" on the members' home."""
    return Panel(template="registration/panel.html", context={"dates": upcoming_dates(person), "person": person})
