"""Writing calendar entries. Only here do SEQUENCE and the stamps move."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from events.calendars.enums import EntryStatus
from events.calendars.ics import calendar
from events.calendars.models import CalendarEntry, CalendarEntryText
from events.calendars.ports import PersonalEntry
from events.calendars.selectors import personal_vevents

_SECOND = timedelta(seconds=1)
_RESCHEDULING = ("starts_at", "ends_at", "status", "location")
"""SEQUENCE rises with these (RFC 5546 section 2.1.4). A position found later is no new place."""


@dataclass(frozen=True)
class EntryText:
    """What an entry says in one language. Plain text; `url` absolute."""

    summary: str
    description: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class EntryData:
    """Everything calendars may know of one block of time. Times are aware; seconds are the finest unit.

    `texts` by language; the German one is needed, since it stands in for missing translations.
    `geo` is (latitude, longitude) in degrees, WGS 84.
    """

    starts_at: datetime
    ends_at: datetime
    status: EntryStatus
    location: str
    is_public: bool
    texts: Mapping[str, EntryText]
    geo: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True)
class EntryChange:
    entry: CalendarEntry
    rescheduled: bool
    """Time, place or status of an existing entry changed: people must be told."""
    changed: bool
    """Anything was written at all."""


@transaction.atomic
def entry_write(*, entry: CalendarEntry | None, data: EntryData) -> EntryChange:
    """Create the entry (`entry=None`) or bring it up to `data`; the same data writes nothing.

    SEQUENCE rises with time, place and status; LAST-MODIFIED of a language with any change seen in
    it, by at least a second, the unit of iCalendar. The caller asks for the permission.
    Raises ValueError for data no calendar could show: naive times, an end before the start, no
    German text, an address that is not http.
    """
    _check(data)
    if entry is not None:
        entry = CalendarEntry.objects.select_for_update().get(pk=entry.pk)
    before = _state(entry) if entry else {}
    after = _target_state(data)
    differing = {name for name, value in after.items() if entry is None or before[name] != value}
    stamp = _stamp(entry)
    was_public = entry is not None and entry.is_public
    rescheduled = entry is not None and not differing.isdisjoint(_RESCHEDULING)

    entry = entry or CalendarEntry(changed_at=stamp, public_changed_at=stamp if data.is_public else None)
    stored = {text.language: text for text in entry.texts.all()} if entry.pk else {}
    touched = _touched_languages(stored, data.texts, everything=bool(differing))
    if not differing and not touched:
        return EntryChange(entry=entry, rescheduled=False, changed=False)

    for name in differing:
        setattr(entry, name, after[name])
    entry.sequence += rescheduled
    entry.changed_at = stamp
    if was_public or entry.is_public:
        entry.public_changed_at = stamp
    entry.save()
    _write_texts(entry, data.texts, touched, stamp)
    return EntryChange(entry=entry, rescheduled=rescheduled, changed=True)


def calendar_file(entries: Iterable[CalendarEntry | PersonalEntry], *, language: str) -> bytes:
    """An .ics file to attach to a mail or to download, with the same UIDs as the feeds."""
    personal = [entry if isinstance(entry, PersonalEntry) else PersonalEntry(entry) for entry in entries]
    return calendar(event for event, _changed_at in personal_vevents(personal, language))


def _check(data: EntryData) -> None:
    if timezone.is_naive(data.starts_at) or timezone.is_naive(data.ends_at):
        raise ValueError("A calendar entry needs aware times.")
    if data.ends_at <= data.starts_at:
        raise ValueError("A calendar entry ends after it starts (RFC 5545 section 3.8.2.2).")
    if settings.LANGUAGE_CODE not in data.texts:
        raise ValueError(f"A calendar entry needs a text in {settings.LANGUAGE_CODE!r}.")
    for text in data.texts.values():
        if text.url and not text.url.startswith(("https://", "http://")):
            raise ValueError(f"Not an absolute address: {text.url!r}")


def _state(entry: CalendarEntry) -> dict[str, object]:
    names = (*_RESCHEDULING, "is_public", "latitude", "longitude")
    return {name: getattr(entry, name) for name in names}


def _target_state(data: EntryData) -> dict[str, object]:
    """`data` as the columns keep it, so that reading it back shows no difference."""
    latitude, longitude = (round(Decimal(degrees), 6) for degrees in data.geo) if data.geo else (None, None)
    return {
        "starts_at": data.starts_at.replace(microsecond=0),
        "ends_at": data.ends_at.replace(microsecond=0),
        "status": data.status,
        "location": data.location,
        "is_public": data.is_public,
        "latitude": latitude,
        "longitude": longitude,
    }


def _stamp(entry: CalendarEntry | None) -> datetime:
    """Now, to the second, yet later than the entry's last stamp: an unmoved one hides the change."""
    now = timezone.now().replace(microsecond=0)
    return max(now, entry.changed_at + _SECOND) if entry else now


def _touched_languages(
    stored: Mapping[str, CalendarEntryText], texts: Mapping[str, EntryText], *, everything: bool
) -> set[str]:
    """Languages in which something seen changes; those that are withdrawn are among them."""
    languages = set(stored) | set(texts)
    if everything:
        return languages
    touched = {language for language in languages if _said(stored.get(language)) != texts.get(language)}
    if touched - set(texts):
        # Who read the withdrawn translation reads German now, and must not be told an older date.
        touched.add(settings.LANGUAGE_CODE)
    return touched


def _said(text: CalendarEntryText | None) -> EntryText | None:
    if text is None:
        return None
    return EntryText(text.summary, text.description, text.url, tuple(text.categories))


def _write_texts(entry: CalendarEntry, texts: Mapping[str, EntryText], touched: set[str], stamp: datetime) -> None:
    entry.texts.filter(language__in=touched - set(texts)).delete()
    for language in sorted(touched & set(texts)):
        text = texts[language]
        entry.texts.update_or_create(
            language=language,
            defaults={
                "summary": text.summary,
                "description": text.description,
                "url": text.url,
                "categories": list(text.categories),
                "last_modified": stamp,
                "rendered": None,
            },
        )
