"""Joining and leaving an event. One service decides every seat, whatever the door."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from events.programme.enums import EventState, SeatMode
from events.programme.models import Event
from events.registration.enums import RegistrationState
from events.registration.mails import mail_cancelled, mail_confirmed
from events.registration.models import Registration
from events.registration.permissions import may_cancel, may_register
from events.registration.seats import pool_lock, seats_recount, seats_require
from network.accounts.models import Person
from network.organisations.models import Organisation
from network.organisations.services import colleague_add


@transaction.atomic
def registrations_create(
    *,
    event: Event,
    actor: Person,
    people: Sequence[Person],
    mode: SeatMode,
    organisation: Organisation | None = None,
) -> list[Registration]:
    """Give each of `people` a seat, or none of them. Who has one already keeps it; only new ones are returned.

    Raises PermissionDenied when `actor` may not act for one of them, ValidationError in words when
    the event takes no registrations or has too few seats.
    """
    for person in people:
        if not may_register(actor, person):
            raise PermissionDenied
    pool = pool_lock(event, mode)
    # Read again: only under the lock it is true.
    event = Event.objects.prefetch_related("sessions__entry").get(pk=event.pk)
    event_require_open(event)
    already_in = set(
        Registration.objects.active().filter(event=event, person__in=people).values_list("person", flat=True)
    )
    newcomers = [person for person in dict.fromkeys(people) if person.pk not in already_in]
    seats_require(pool, len(newcomers))
    revisions = _next_revisions(event, newcomers)
    created = [
        Registration(
            event=event,
            pool=pool,
            person=person,
            organisation=organisation,
            registered_by=actor,
            revision=revisions.get(person.pk, 0),
        )
        for person in newcomers
    ]
    Registration.objects.bulk_create(created)
    seats_recount(pool)
    for registration in created:
        log(instance=registration, action="registration.create", user=actor.user)
        mail_confirmed(registration)
    return created


@transaction.atomic
def organisation_join(
    *,
    event: Event,
    actor: Person,
    people: Sequence[Person],
    new_colleague: str,
    mode: SeatMode,
    organisation: Organisation | None,
) -> list[Registration]:
    """Join with the people of an organisation, one of them named just now. All of them, or none.

    Raises what `registrations_create` and `colleague_add` raise; then the colleague is not kept either.
    """
    everybody = list(people)
    if new_colleague and organisation is not None:
        everybody.append(colleague_add(actor=actor, organisation=organisation, name=new_colleague))
    return registrations_create(event=event, actor=actor, people=everybody, mode=mode, organisation=organisation)


def _next_revisions(event: Event, people: Sequence[Person]) -> dict[UUID, int]:
    """For who joins again after leaving: a revision above the last one, or phones keep the cancellation."""
    last = (
        Registration.objects.filter(event=event, person__in=people)
        .order_by()
        .values_list("person")
        .annotate(Max("revision"))
    )
    return {person_id: revision + 1 for person_id, revision in last}


def event_require_open(event: Event) -> None:
    """Raises ValidationError, in words, when nobody can join (any more)."""
    if event.state == EventState.CANCELLED:
        raise ValidationError(_("Diese Veranstaltung ist abgesagt."), code="cancelled")
    if event.state != EventState.PUBLIC:
        raise ValidationError(_("Diese Veranstaltung ist noch nicht veröffentlicht."), code="draft")
    starts = [session.starts_at for session in event.sessions.all() if not session.is_cancelled]
    if not starts or min(starts) <= timezone.now():
        raise ValidationError(_("Die Anmeldung ist geschlossen: Die Veranstaltung hat schon begonnen."), code="over")


@transaction.atomic
def registration_cancel(*, registration: Registration, actor: Person) -> None:
    """Give the seat back. Cancelling twice changes nothing.

    Raises PermissionDenied for somebody else's registration.
    """
    if not may_cancel(actor, registration):
        raise PermissionDenied
    pool = pool_lock(registration.event, SeatMode(registration.pool.mode))
    locked = Registration.objects.select_related("event", "person", "registered_by").get(pk=registration.pk)
    if locked.state != RegistrationState.CONFIRMED:
        return
    locked.state = RegistrationState.CANCELLED_BY_PARTICIPANT
    locked.changed_at = timezone.now()
    locked.revision += 1
    locked.save(update_fields=["state", "changed_at", "revision"])
    seats_recount(pool)
    log(instance=locked, action="registration.cancel", user=actor.user)
    mail_cancelled(locked)
