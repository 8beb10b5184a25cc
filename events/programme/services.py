"""An event's life: saved, published, moved, cancelled. Each in one transaction with its calendar
entries, its seats and its mails, so that the page, the feeds and the mailbox always say the same."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from events.calendars.enums import EntryStatus
from events.calendars.services import EntryData, EntryText, entry_write
from events.programme.enums import EventState
from events.programme.models import Event, EventSession
from events.programme.permissions import may_edit_event, may_publish_event
from events.programme.ports import EventChange, EventChangeKind, SessionChange, event_observers
from network.accounts.models import User


@transaction.atomic
def event_saved(*, event: Event, actor: User) -> EventChange:
    """Bring everything that depends on `event` up to date after its fields and sessions changed.

    Call inside the transaction that saved it. Raises PermissionDenied when `actor` does not write
    for a host, ValidationError when the change must not be (fewer seats than are taken).
    """
    if not may_edit_event(actor, event):
        raise PermissionDenied
    if event.is_visible:
        if not may_publish_event(actor, event):
            raise PermissionDenied
        if gaps := event.gaps():
            raise ValidationError(gaps)
        _refuse_moving_into_the_past(event)
    change = EventChange(kind=EventChangeKind.SAVED, sessions=_calendar_sync(event))
    _notify(event, change)
    return change


@transaction.atomic
def event_publish(*, event: Event, actor: User) -> None:
    """Show a draft to everybody. Publishing twice changes nothing.

    Raises PermissionDenied, or ValidationError when there is nothing to come to.
    """
    if not may_publish_event(actor, event):
        raise PermissionDenied
    event = Event.objects.select_for_update().get(pk=event.pk)
    if event.state != EventState.DRAFT:
        return
    if gaps := event.gaps():
        raise ValidationError(gaps)
    sessions = list(event.sessions.all())
    if not sessions:
        raise ValidationError(_("Bitte tragen Sie mindestens einen Termin ein."))
    if max(session.ends_at for session in sessions) <= timezone.now():
        raise ValidationError(_("Alle Termine sind schon vorbei. Bitte prüfen Sie das Datum."))
    event.state = EventState.PUBLIC
    event.published_at = timezone.now()
    Event.objects.filter(pk=event.pk).update(state=event.state, published_at=event.published_at)
    _calendar_sync(event)
    log(instance=event, action="programme.publish", user=actor)
    _notify(event, EventChange(kind=EventChangeKind.PUBLISHED))


@transaction.atomic
def event_cancel(*, event: Event, actor: User) -> None:
    """Cancel a published event: it stays visible as cancelled, everybody who joined is told.

    Raises PermissionDenied, or ValidationError for a draft.
    """
    if not may_publish_event(actor, event):
        raise PermissionDenied
    event = Event.objects.select_for_update().get(pk=event.pk)
    if event.state == EventState.DRAFT:
        raise ValidationError(_("Ein Entwurf kann gelöscht werden, absagen muss man ihn nicht."))
    if event.state == EventState.CANCELLED:
        return
    event.state = EventState.CANCELLED
    Event.objects.filter(pk=event.pk).update(state=event.state)
    _calendar_sync(event)
    log(instance=event, action="programme.cancel", user=actor)
    _notify(event, EventChange(kind=EventChangeKind.CANCELLED))


def _refuse_moving_into_the_past(event: Event) -> None:
    """A slip of the keyboard would otherwise be mailed to everybody. What is over stays as it was.

    Begin and end are asked apart: a slip often hits only one of them.
    """
    now = timezone.now()
    for session in EventSession.objects.filter(event=event).select_related("entry"):
        before = session.entry
        begins_anew = before is None or before.starts_at != session.starts_at
        ends_anew = before is None or before.ends_at != session.ends_at
        if (begins_anew and session.starts_at <= now) or (ends_anew and session.ends_at <= now):
            raise ValidationError(
                _("Der Termin am %(date)s Uhr liegt in der Vergangenheit. Bitte prüfen Sie das Datum.")
                % {"date": session}
            )


def _notify(event: Event, change: EventChange) -> None:
    for observer in event_observers:
        observer(event, change)


def _calendar_sync(event: Event) -> list[SessionChange]:
    """Write the calendar entries of a visible event; returns what people must be told."""
    if not event.is_visible:
        return []
    told = []
    for session in EventSession.objects.filter(event=event).select_related("entry"):
        entry = session.entry
        change = entry_write(entry=entry, data=entry_data(event, session))
        if entry is None:
            EventSession.objects.filter(pk=session.pk).update(entry=change.entry)
        elif change.rescheduled:
            told.append(
                SessionChange(
                    session=session,
                    version=change.entry.sequence,
                    old_starts_at=entry.starts_at,
                    old_ends_at=entry.ends_at,
                    old_location=entry.location,
                )
            )
    return told


def entry_data(event: Event, session: EventSession) -> EntryData:
    """What calendars may know of a session: nothing that only confirmed people may read."""
    cancelled = event.is_cancelled or session.is_cancelled
    title = f"{event.title} – {session.title}" if session.title else event.title
    description = "\n\n".join(part for part in (event.summary, event.description) if part)
    return EntryData(
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        status=EntryStatus.CANCELLED if cancelled else EntryStatus.CONFIRMED,
        location=event.location,
        is_public=True,
        # The words are German in all of them; the page they lead to, and what kind of event it is, are not.
        texts={
            language: EntryText(
                summary=title,
                description=description,
                url=_address_in(language, event),
                categories=(event.format.label(language),),
            )
            for language, _name in settings.LANGUAGES
        },
    )


def _address_in(language: str, event: Event) -> str:
    with translation.override(language):
        return settings.BASE_URL + event.get_absolute_url()
