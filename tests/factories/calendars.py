"""Calendar entries and tokens, made through the services that keep their stamps right."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from events.calendars.enums import EntryStatus
from events.calendars.services import EntryData, EntryText, entry_write
from events.calendars.tokens import feed_token_create
from network.accounts.models import Person

BERLIN = ZoneInfo("Europe/Berlin")


def berlin(*args, **kwargs):
    """A moment as a clock in Hessen shows it."""
    return datetime(*args, **kwargs, tzinfo=BERLIN)


def entry_text(summary="Vernetzungstreffen", **fields):
    fields = {
        "description": "Kennenlernen und Austausch.",
        "url": "https://netz.example.org/termine/treffen-1/",
    } | fields
    return EntryText(summary=summary, **fields)


def entry_data(summary="Vernetzungstreffen", *, starts_at=None, **fields):
    """An hour and a half next week, public and confirmed, unless said otherwise."""
    starts_at = starts_at or (timezone.now() + timedelta(days=7)).replace(minute=0, second=0, microsecond=0)
    text = {name: fields.pop(name) for name in ("description", "url", "categories") if name in fields}
    given = {
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=90),
        "status": EntryStatus.CONFIRMED,
        "location": "Haus am Dom, Domplatz 3, 60311 Frankfurt am Main",
        "is_public": True,
        "texts": {"de": entry_text(summary, **text)},
    }
    return EntryData(**given | fields)


def entry_create(*args, **fields):
    return entry_write(entry=None, data=entry_data(*args, **fields)).entry


def person_create(name="Amina Yıldız", **fields):
    return Person.objects.create(name=name, **fields)


def token_create(person=None, name="Handy"):
    """(token, secret)"""
    return feed_token_create(person=person or person_create(), name=name)
