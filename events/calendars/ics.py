"""The iCalendar text (RFC 5545, 7986): one renderer for feeds, personal feeds and attached files.

The library `icalendar` writes the VEVENT. What it gets wrong is done here instead, each with its
reason. Times are Europe/Berlin, stamps are UTC and come from the data: the same data gives the same
bytes, or every poll of every phone would look like a change.
"""

import functools
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from icalendar import Event, vUri
from icalendar.parser import Contentline
from icalendar.prop import vInline

from events.calendars.enums import EntryStatus
from events.calendars.models import CalendarEntry, CalendarEntryText
from events.calendars.ports import PersonalEntry
from network.typed_text import clean_line, clean_text

BERLIN = ZoneInfo("Europe/Berlin")
CONTENT_TYPE = "text/calendar; charset=utf-8"  # Django adds no charset to text/calendar by itself

RENDERING = 1
"""Raise it with every change here that alters the bytes of unchanged data: kept bytes of another
number are written anew and no ETag of before matches."""

_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Vielfaltsnetz//Kalender//DE",
    "CALSCALE:GREGORIAN",
    # No METHOD: RFC 5546 section 3.2.1 wants an ORGANIZER with PUBLISH, and with an ORGANIZER
    # Outlook offers to accept and mails the answer to strangers.
)
_VTIMEZONE = (
    # By hand, since `add_missing_timezones` writes lists of dates with onsets an hour late. Open
    # yearly rules since 1996 (Directive 2000/84/EC): clocks turn at 01:00 UTC, which is 02:00 before
    # the change in March and 03:00 before the change in October.
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_FOOT = b"END:VCALENDAR\r\n"
_REFRESH = "PT1H"
_NOT_IN_NAMES = re.compile(r"[,;\\]")  # some programs show the backslash of an escape, some cut at the comma


def _escaped(text: str) -> str:
    r"""TEXT escaped exactly once (RFC 5545 section 3.3.11).

    The library's own escaping takes a typed ``\N`` ("C:\Neu") for a line break.
    """
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def calendar(events: Iterable[bytes], *, name: str = "") -> bytes:
    """A whole iCalendar file around rendered `events`.

    With a `name` it is a feed that tells programs how to call it and when to ask again; without, a
    file to open once: Outlook would make a calendar of its own for a named file.
    """
    return b"".join((feed_head(name), *events, _FOOT))


@functools.lru_cache(maxsize=64)
def feed_head(name: str) -> bytes:
    """Everything before the first event."""
    return _lines((*_HEAD, *_feed_lines(name), *_VTIMEZONE))


def _feed_lines(name: str) -> tuple[str, ...]:
    """How programs show the feed, and how often to ask; in the old X- names and those of RFC 7986."""
    name = clean_line(_NOT_IN_NAMES.sub(" ", name))
    if not name:
        return ()
    return (
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        "X-WR-TIMEZONE:Europe/Berlin",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}",
        f"X-PUBLISHED-TTL:{_REFRESH}",
    )


def _lines(lines: Iterable[str]) -> bytes:
    return b"".join(Contentline(line).to_ical() + b"\r\n" for line in lines)


def vevent(text: CalendarEntryText, personal: PersonalEntry | None = None) -> bytes:
    """One VEVENT: the public one, or as `personal` changes it for one person.

    `text.entry` must be loaded. No ATTENDEE, ORGANIZER or VALARM, on purpose: programs would offer
    answers that reach strangers, or ring on other people's phones.
    """
    entry = text.entry
    personal = personal or PersonalEntry(entry)
    status = _status(entry, personal)
    url = iri_to_uri(clean_line(personal.url or text.url))
    stamp = max(text.last_modified, personal.last_modified or text.last_modified).astimezone(UTC)

    event = Event()
    event["UID"] = vInline(entry.uid_text)
    event["SEQUENCE"] = vInline(str(entry.sequence + personal.revision))
    event["STATUS"] = vInline(status.value)
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    for name, moment in zip(("DTSTART", "DTEND"), _times(entry.starts_at, entry.ends_at), strict=True):
        event.add(name, moment)
    _add_text(event, "SUMMARY", _summary(text, status, personal.label))
    _add_text(event, "DESCRIPTION", _description(text, personal, url))
    _add_text(event, "LOCATION", clean_line(entry.location))
    if url:
        event["URL"] = vUri(url)
    if categories := [_escaped(category) for category in map(clean_line, text.categories) if category]:
        event["CATEGORIES"] = vInline(",".join(categories))
    if entry.latitude is not None:
        event["GEO"] = vInline(f"{entry.latitude:.6f};{entry.longitude:.6f}")  # a float would be written as 1e-05
    return event.to_ical()


def _status(entry: CalendarEntry, personal: PersonalEntry) -> EntryStatus:
    if entry.status == EntryStatus.CANCELLED or personal.status is None:
        return EntryStatus(entry.status)
    return personal.status


def _times(starts_at: datetime, ends_at: datetime) -> tuple[datetime, datetime]:
    """Both in Berlin time, or both in UTC when one lies in the second pass of the repeated hour.

    In October 02:30 comes twice, and a local time always means the first (RFC 5545 section 3.3.5).
    """
    start, end = timezone.localtime(starts_at, BERLIN), timezone.localtime(ends_at, BERLIN)
    if start.fold or end.fold:
        return starts_at.astimezone(UTC), ends_at.astimezone(UTC)
    return start, end


def _summary(text: CalendarEntryText, status: EntryStatus, label: str) -> str:
    with translation.override(text.language):
        if text.entry.status == EntryStatus.CANCELLED:
            label = _("Abgesagt")
        elif status == EntryStatus.CANCELLED:
            label = label or _("Abgemeldet")
    summary = clean_line(text.summary)
    return f"{clean_line(label)}: {summary}" if label else summary


def _description(text: CalendarEntryText, personal: PersonalEntry, url: str) -> str:
    """Plain text. Repeats the address, because several programs do not show the property URL."""
    parts = [clean_text("\n".join(personal.lines)), clean_text(text.description)]
    if not any(url in part for part in parts):
        parts.append(url)
    return "\n\n".join(part for part in parts if part)


def _add_text(event: Event, name: str, value: str) -> None:
    if value:
        event[name] = vInline(_escaped(value))
