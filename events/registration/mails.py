"""What people read about their registration, each mail with the calendar file that belongs to it."""

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import translation

from events.calendars.services import calendar_file
from events.programme.ports import SessionChange
from events.registration.feeds import personal_entries
from events.registration.models import Registration
from network.accounts.models import Person
from network.messaging.rendering import offered_language
from network.messaging.services import Attachment, message_enqueue


def recipient_of(registration: Registration) -> Person | None:
    """Who reads the mails: the person, or, without an address, whoever registered them."""
    for person in (registration.person, registration.registered_by):
        if person.email:
            return person
    return None


def _mail(registration: Registration, key: str, template: str, *, with_file: bool = True, **context: object) -> None:
    reader = recipient_of(registration)
    if reader is None:
        return
    event = registration.event
    language = offered_language(reader.preferred_language)
    with translation.override(
        language
    ):  # else the links would lead to pages in the language of whoever caused the mail
        message_enqueue(
            key=f"registration:{registration.pk}:{key}",
            template=f"registration/{template}",
            to=reader.email,
            language=language,
            context={
                "registration": registration,
                "reader": reader,
                "for_somebody_else": reader != registration.person,
                "event": event,
                "sessions": list(event.sessions.all()),
                "event_url": settings.BASE_URL + event.get_absolute_url(),
                "home_url": settings.BASE_URL + reverse("organisations:home"),
                **context,
            },
            attachments=[_calendar_attachment(registration, language)] if with_file else [],
        )


def _calendar_attachment(registration: Registration, language: str) -> Attachment:
    return Attachment(
        filename="termin.ics",
        content=calendar_file(personal_entries([registration]), language=language),
        mimetype="text/calendar",
    )


def mail_confirmed(registration: Registration) -> None:
    """You have a seat."""
    _mail(registration, "confirmed", "confirmed")


def mail_cancelled(registration: Registration) -> None:
    """The seat was given back.

    The file takes the meeting out of the reader's calendar. It is left out while the reader still goes,
    or sends somebody else: all of them stand there under one entry.
    """
    reader = recipient_of(registration)
    still_in = Registration.objects.active().filter(
        Q(person=reader) | Q(registered_by=reader), event=registration.event_id
    )
    last_one = reader is None or not still_in.exists()
    _mail(registration, "cancelled", "cancelled", with_file=last_one, last_one=last_one)


def mail_changed(registration: Registration, changes: list[SessionChange]) -> None:
    """Another time or place. The key carries the calendar's version: one mail for each change."""
    version = "-".join(f"{change.session.entry_id}.{change.version}" for change in changes)
    _mail(registration, f"changed:{version}", "changed", changes=changes)


def mail_event_cancelled(registration: Registration) -> None:
    """The hosts cancelled."""
    _mail(registration, "event_cancelled", "event_cancelled")
