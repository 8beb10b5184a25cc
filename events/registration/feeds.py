"""Registrations as a person's calendar shows them."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from events.calendars.enums import EntryStatus
from events.calendars.ports import PersonalEntry
from events.registration.enums import RegistrationState
from events.registration.models import Registration
from network.accounts.models import Person


def registrations_source(person: Person, since: datetime) -> Iterable[PersonalEntry]:
    """What `person` joined, and what they withdrew from, so that it leaves their phone. Three queries."""
    registrations = (
        Registration.objects.filter(person=person, event__sessions__ends_at__gte=since)
        .select_related("event")
        .prefetch_related("event__sessions__entry")
        .order_by("-changed_at", "-pk")
        .distinct()
    )
    latest: dict[int, Registration] = {}
    for registration in registrations:  # joined again after leaving: only the last word counts
        latest.setdefault(registration.event_id, registration)
    return personal_entries(latest.values())


def personal_entries(registrations: Iterable[Registration]) -> list[PersonalEntry]:
    """One entry for each session of each registration, with what only confirmed people may read."""
    entries = []
    for registration in registrations:
        confirmed = registration.state == RegistrationState.CONFIRMED
        event = registration.event
        lines = []
        if confirmed and event.online_url:
            lines.append(_("Link zur Videokonferenz: %(url)s") % {"url": event.online_url})
        for session in event.sessions.all():
            if session.entry is None:
                continue
            entries.append(
                PersonalEntry(
                    entry=session.entry,
                    status=EntryStatus.CONFIRMED if confirmed else EntryStatus.CANCELLED,
                    lines=tuple(lines),
                    url=settings.BASE_URL + event.get_absolute_url(),
                    last_modified=max(registration.changed_at, event.online_url_changed_at or registration.changed_at),
                    revision=registration.revision,
                )
            )
    return entries
