"""Whole feeds. An event is rendered when it changed; a feed is a join of kept bytes.

See docs/decisions/0005-calendar-entries.md for why.
"""

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from django.conf import settings
from django.db.models import BinaryField, Case, F, Value, When
from django.utils import translation
from django.utils.translation import gettext as _

from events.calendars.ics import RENDERING, calendar, feed_head, vevent
from events.calendars.models import CalendarEntryText
from events.calendars.selectors import (
    Version,
    midnight,
    personal_entries,
    personal_vevents,
    public_changed_at,
    public_texts,
    public_versions,
)
from network.accounts.models import Person

logger = logging.getLogger(__name__)

MAX_BYTES = 1_000_000  # Google reads no more
_KEPT_AT_ONCE = 100  # rows per UPDATE; SQLite limits how deep an expression may be


@dataclass(frozen=True)
class Feed:
    """A feed ready to be sent. `changed_at` is aware; None when nothing was ever in it."""

    body: bytes
    etag: str
    changed_at: datetime | None


def feed_language(asked: str | None) -> str:
    """The language for `?lang=`: German when it is missing or not offered."""
    offered = {code.lower(): code for code, _name in settings.LANGUAGES}
    return offered.get((asked or "").lower(), settings.LANGUAGE_CODE)


# --- The public feed ---------------------------------------------------------------------------
def public_etag(language: str, now: datetime) -> str:
    """What `public_feed` would carry, without reading or writing a single event."""
    return _versions_etag(language, public_versions(language, now))


def public_feed(language: str, now: datetime) -> Feed:
    """Every public entry of the window, in `language`."""
    changed_at = public_changed_at(now)  # first: a change in between then makes it too old, which is safe
    rows = list(public_texts(language, now).values_list("pk", "last_modified", "rendered", "rendered_by"))
    events = {
        pk: ((pk, last_modified), bytes(rendered))
        for pk, last_modified, rendered, rendered_by in rows
        if rendered is not None and rendered_by == RENDERING
    }
    events |= _render_public(pk for pk, *_rest in rows if pk not in events)
    ordered = [events[pk] for pk, *_rest in rows if pk in events]
    return Feed(
        body=_fitting(_public_name(language), [event for _version, event in ordered]),
        etag=_versions_etag(language, [version for version, _event in ordered]),
        changed_at=changed_at,
    )


def _public_name(language: str) -> str:
    with translation.override(language):
        return " – ".join((settings.SITE_NAME, _("alle Termine")))


def _versions_etag(language: str, versions: Iterable[Version]) -> str:
    """Two feeds have the same tag only if they are the same bytes.

    A text's stamp rises with every change of its bytes, so key and stamp name them.
    """
    digest = hashlib.sha256(b"%d " % RENDERING + feed_head(_public_name(language)))
    for pk, last_modified in versions:
        digest.update(b"%d %d\n" % (pk, last_modified.timestamp()))
    return f'"{digest.hexdigest()[:40]}"'


def _render_public(pks: Iterable[int]) -> dict[int, tuple[Version, bytes]]:
    """Render the texts that have no bytes, and keep the bytes."""
    wanted = list(pks)
    if not wanted:
        return {}
    texts = CalendarEntryText.objects.filter(pk__in=wanted, entry__is_public=True).select_related("entry")
    events = {text.pk: ((text.pk, text.last_modified), vevent(text)) for text in texts}
    _keep(list(events.values()))
    return events


def _keep(events: Sequence[tuple[Version, bytes]]) -> None:
    """Store rendered bytes, each only where the text is still the one they were made of.

    Two readers at once store the same bytes. After an edit in between, the condition fails and the
    row stays empty for the next reader.
    """
    for start in range(0, len(events), _KEPT_AT_ONCE):
        part = events[start : start + _KEPT_AT_ONCE]
        same = [
            When(pk=pk, last_modified=last_modified, then=Value(event, output_field=BinaryField()))
            for (pk, last_modified), event in part
        ]
        CalendarEntryText.objects.filter(pk__in=[pk for (pk, _stamp), _event in part]).update(
            rendered=Case(*same, default=F("rendered")), rendered_by=RENDERING
        )


# --- The personal feed ---------------------------------------------------------------------------
def personal_feed(person: Person, language: str, now: datetime) -> Feed:
    """The entries of one person, rendered at read: they are few, and differ from person to person.

    The day's midnight counts as a change, since sources do not tell what left the window.
    """
    events = personal_vevents(personal_entries(person, language, now), language)
    with translation.override(language):
        name = " – ".join((settings.SITE_NAME, _("meine Termine")))
    body = _fitting(name, [event for event, _changed_at in events])
    changed_at = max([midnight(now), *(changed_at for _event, changed_at in events)])
    return Feed(body=body, etag=f'"{hashlib.sha256(body).hexdigest()[:40]}"', changed_at=changed_at)


def _fitting(name: str, events: Sequence[bytes]) -> bytes:
    """The feed of as many events, from the earliest on, as go into `MAX_BYTES`."""
    room = MAX_BYTES - len(calendar([], name=name))
    fitting = sum(1 for size in accumulate(map(len, events)) if size <= room)
    if fitting < len(events):
        logger.warning("calendar feed cut: %d of %d events fit", fitting, len(events))
    return calendar(events[:fitting], name=name)
