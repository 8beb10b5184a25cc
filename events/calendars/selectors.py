"""What belongs into a feed, and since when it is so."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db.models import Max, Q
from django.utils import timezone, translation

from events.calendars.enums import EntryStatus, FeedKind
from events.calendars.ics import BERLIN, vevent
from events.calendars.models import CalendarEntry, CalendarEntryText, FeedToken
from events.calendars.ports import PersonalEntry, feed_sources
from events.calendars.querysets import CalendarEntryTextQuerySet, FeedTokenQuerySet
from network.accounts.models import Person

DAYS_BACK = 30
MAX_EVENTS = 1000  # Google drops what is beyond; so the far future is left out first

Version = tuple[int, datetime]
"""Primary key and last_modified of a text: together they name its bytes."""


def midnight(moment: datetime, *, days: int = 0) -> datetime:
    """The Berlin midnight that began the day of `moment`, moved by `days` calendar days."""
    day = timezone.localtime(moment, BERLIN).date() + timedelta(days=days)
    return datetime.combine(day, time.min, BERLIN)


def window_start(now: datetime) -> datetime:
    """What ended before is left out. Moves at midnight only, so that a feed is still for a day."""
    return midnight(now, days=-DAYS_BACK)


def public_changed_at(now: datetime) -> datetime | None:
    """When the public feed last changed, in any language; None when nothing was ever public.

    Counts what left it too: hidden entries by their stamp, past ones by the midnight they left.
    """
    since = window_start(now)
    past = Q(is_public=True, ends_at__lt=since)
    found = CalendarEntry.objects.aggregate(changed=Max("public_changed_at"), left=Max("ends_at", filter=past))
    left = found["left"] and midnight(found["left"], days=DAYS_BACK + 1)
    return max((moment for moment in (found["changed"], left) if moment), default=None)


def public_texts(language: str, now: datetime) -> CalendarEntryTextQuerySet:
    """One text for each entry of the public feed, in its order."""
    texts = CalendarEntryText.objects.in_language(language).public_since(window_start(now))
    return texts[:MAX_EVENTS]


def public_versions(language: str, now: datetime) -> list[Version]:
    return list(public_texts(language, now).values_list("pk", "last_modified"))


def personal_entries(person: Person, language: str, now: datetime) -> list[PersonalEntry]:
    """What all sources give for `person`, each entry once, in the order of a feed."""
    since = window_start(now)
    by_entry: dict[int, PersonalEntry] = {}
    with translation.override(language):
        for source in feed_sources:
            for given in source(person, since):
                known = by_entry.get(given.entry.pk)
                if given.entry.ends_at >= since and (known is None or _weight(given) > _weight(known)):
                    by_entry[given.entry.pk] = given
    ordered = sorted(by_entry.values(), key=lambda given: (given.entry.starts_at, given.entry.pk))
    return ordered[:MAX_EVENTS]


def _weight(given: PersonalEntry) -> int:
    """Who withdrew as a guest and comes as an interpreter comes: a UID stands once in a feed."""
    order = (EntryStatus.CANCELLED, EntryStatus.TENTATIVE, EntryStatus.CONFIRMED)
    return order.index(given.status or EntryStatus(given.entry.status))


def personal_vevents(entries: Iterable[PersonalEntry], language: str) -> list[tuple[bytes, datetime]]:
    """The VEVENT of each entry as its person sees it, with the time of its last change. One query.

    Entry and text are read together again: a time from before an edit under a stamp from after it
    would stay on the phone.
    """
    given_by_pk = {given.entry.pk: given for given in entries}
    texts = CalendarEntryText.objects.of_entries(given_by_pk).in_language(language).select_related("entry")
    text_by_pk = {text.entry_id: text for text in texts}
    events = []
    for pk, given in given_by_pk.items():
        text = text_by_pk[pk]
        events.append((vevent(text, given), max(text.last_modified, given.last_modified or text.last_modified)))
    return events


def active_tokens(person: Person) -> FeedTokenQuerySet:
    """The person's own open addresses, newest first."""
    return FeedToken.objects.active().filter(person=person, kind=FeedKind.PERSONAL)
