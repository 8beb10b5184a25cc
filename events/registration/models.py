from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.programme.enums import SeatMode
from events.programme.models import Event
from events.registration.enums import ACTIVE_STATES, RegistrationState
from events.registration.querysets import RegistrationQuerySet
from network.accounts.models import Person
from network.organisations.models import Organisation


class SeatPool(models.Model):
    """The seats of an event for one way of taking part.

    Its row is the lock: whoever gives or frees a seat holds it first and counts then.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="seat_pools")
    mode = models.CharField(_("Wo"), max_length=10, choices=SeatMode.choices)
    capacity = models.PositiveIntegerField(_("Plätze"), null=True, help_text=_("Leer: ohne Begrenzung"))
    taken = models.PositiveIntegerField(_("vergeben"), default=0)

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Platzkontingent")
        verbose_name_plural = _("Platzkontingente")
        constraints = [
            models.UniqueConstraint(fields=["event", "mode"], name="seat_pool_one_per_mode"),
            models.CheckConstraint(
                condition=Q(capacity__isnull=True) | Q(taken__lte=F("capacity")), name="seat_pool_never_overbooked"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} ({self.get_mode_display()})"

    @property
    def free(self) -> int | None:
        """Seats left; None when there is no limit."""
        return None if self.capacity is None else self.capacity - self.taken


class Registration(models.Model):
    """One person comes to one event, over all its sessions."""

    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, related_name="registrations", verbose_name=_("Veranstaltung")
    )
    pool = models.ForeignKey(SeatPool, on_delete=models.PROTECT, related_name="registrations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="registrations", verbose_name=_("Person"))
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("Organisation"),
    )
    registered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="registrations_made", verbose_name=_("angemeldet von")
    )
    state = models.CharField(
        _("Status"), max_length=30, choices=RegistrationState.choices, default=RegistrationState.CONFIRMED
    )
    revision = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text=_("Wie oft sich die Teilnahme dieser Person an dieser Veranstaltung geändert hat; sinkt nie."),
    )
    created_at = models.DateTimeField(_("angemeldet"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("geändert"), default=timezone.now, editable=False)

    objects = RegistrationQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Anmeldung")
        verbose_name_plural = _("Anmeldungen")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "event"],
                condition=Q(state__in=ACTIVE_STATES),
                name="registration_one_active_per_person_and_event",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.event}"
