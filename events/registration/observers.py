"""What an event's changes mean for those who joined it."""

from django.db.models import F
from django.utils import timezone

from events.programme.models import Event
from events.programme.ports import EventChange, EventChangeKind
from events.registration.enums import RegistrationState
from events.registration.mails import mail_changed, mail_event_cancelled
from events.registration.models import Registration, SeatPool
from events.registration.seats import seats_recount


def tell_participants(event: Event, change: EventChange) -> None:
    """Mail everybody who joined when the event moved or was cancelled."""
    if change.kind is EventChangeKind.CANCELLED:
        _cancel_all(event)
        return
    if change.sessions:
        for registration in _with_readers(event):
            mail_changed(registration, change.sessions)


def _cancel_all(event: Event) -> None:
    pools = list(SeatPool.objects.select_for_update().filter(event=event))
    registrations = list(_with_readers(event))
    Registration.objects.filter(pk__in=[registration.pk for registration in registrations]).update(
        state=RegistrationState.CANCELLED_BY_HOST, changed_at=timezone.now(), revision=F("revision") + 1
    )
    for pool in pools:
        seats_recount(pool)
    for registration in registrations:
        registration.refresh_from_db(fields=["state", "changed_at", "revision"])
        mail_event_cancelled(registration)


def _with_readers(event: Event) -> list[Registration]:
    """Active registrations, all sharing one freshly read event."""
    event = Event.objects.prefetch_related("sessions__entry").get(pk=event.pk)
    registrations = list(Registration.objects.active().filter(event=event).select_related("person", "registered_by"))
    for registration in registrations:
        registration.event = event
    return registrations
