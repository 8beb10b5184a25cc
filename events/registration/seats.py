"""Seats: one lock, then one count. Every door to a seat goes through here."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.programme.enums import SeatMode
from events.programme.models import Event
from events.programme.ports import EventChange
from events.registration.enums import SEATED_STATES
from events.registration.models import Registration, SeatPool


def pool_lock(event: Event, mode: SeatMode) -> SeatPool:
    """The pool under a row lock, held until the transaction ends.

    Counting before this lock gives the last seat twice (docs/decisions/0008-seats.md). Raises
    ValidationError when the event has no such way of taking part.
    """
    pool = SeatPool.objects.select_for_update().filter(event=event, mode=mode).first()
    if pool is None:
        raise ValidationError(_("Bei diesem Termin kann man so nicht teilnehmen. Bitte wählen Sie neu."))
    return pool


def seats_recount(pool: SeatPool) -> None:
    """Set `taken` from the registrations, in one statement. Call under the pool's lock."""
    seated = (
        Registration.objects.filter(pool=OuterRef("pk"), state__in=SEATED_STATES)
        .order_by()
        .values("pool")
        .annotate(number=Count("pk"))
        .values("number")
    )
    SeatPool.objects.filter(pk=pool.pk).update(taken=Coalesce(Subquery(seated), 0))


def seats_require(pool: SeatPool, wanted: int) -> None:
    """Raises ValidationError, in words, when fewer than `wanted` seats are free."""
    free = pool.free
    if free is None or free >= wanted:
        return
    if free <= 0:
        raise ValidationError(_("Leider sind alle Plätze vergeben."), code="full")
    raise ValidationError(
        ngettext(
            "Es ist nur noch %(free)d Platz frei. Bitte wählen Sie weniger Personen aus.",
            "Es sind nur noch %(free)d Plätze frei. Bitte wählen Sie weniger Personen aus.",
            free,
        ),
        code="full",
        params={"free": free},
    )


def pools_sync(event: Event, change: EventChange) -> None:
    """Make the pools what the editor asked for. Observes every save of an event.

    Raises ValidationError next to the field when fewer seats are wanted than are taken.
    """
    wanted = {
        mode: {SeatMode.ONSITE: event.seats_onsite, SeatMode.ONLINE: event.seats_online}[mode]
        for mode in event.seat_modes
    }
    pools = {pool.mode: pool for pool in SeatPool.objects.select_for_update().filter(event=event)}
    for mode, capacity in wanted.items():
        pool = pools.pop(mode, None)
        if pool is None:
            SeatPool.objects.create(event=event, mode=mode, capacity=capacity)
        elif pool.capacity != capacity:
            _refuse_fewer_than_taken(pool, capacity)
            SeatPool.objects.filter(pk=pool.pk).update(capacity=capacity)
    _drop_unused(pools.values())


def _refuse_fewer_than_taken(pool: SeatPool, capacity: int | None) -> None:
    if capacity is not None and capacity < pool.taken:
        raise ValidationError(
            {
                f"seats_{pool.mode}": ngettext(
                    "%(taken)d Platz ist schon vergeben. Weniger geht nicht.",
                    "%(taken)d Plätze sind schon vergeben. Weniger geht nicht.",
                    pool.taken,
                )
                % {"taken": pool.taken}
            }
        )


def _drop_unused(pools: Iterable[SeatPool]) -> None:
    for pool in pools:
        if pool.taken:
            raise ValidationError(
                {
                    "attendance_mode": _(
                        "Für „%(mode)s“ sind schon Menschen angemeldet. Bitte diese Art der Teilnahme behalten."
                    )
                    % {"mode": pool.get_mode_display()}
                }
            )
        if not pool.registrations.exists():
            pool.delete()
        else:
            SeatPool.objects.filter(pk=pool.pk).update(capacity=0)
