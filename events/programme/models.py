from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import F, ProtectedError, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import PreviewableMixin

from events.calendars.models import CalendarEntry
from events.programme.enums import SEAT_MODES, AttendanceMode, EventState, SeatMode
from events.programme.querysets import EventQuerySet
from network.places.models import District
from network.units.models import EditorialUnit
from network.vocabulary.models import EventFormat, TargetGroup, Topic

MOST_SEATS = 10_000  # more is a slip of the keyboard
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


class Event(PreviewableMixin, ClusterableModel):
    """A meeting or course that one unit, or both together, holds.

    A plain model with a state and no Wagtail revisions: publishing an old revision would reset
    seats and state and recreate the sessions that registrations and calendars refer to.
    """

    state = models.CharField(
        _("Status"), max_length=20, choices=EventState.choices, default=EventState.DRAFT, editable=False
    )
    title = models.CharField(_("Titel"), max_length=160)
    summary = models.CharField(
        _("Kurz gesagt"), max_length=300, help_text=_("Ein bis zwei Sätze: Worum geht es, und für wen?")
    )
    description = models.TextField(_("Beschreibung"), blank=True, help_text=_("Absätze mit einer Leerzeile trennen."))
    format = models.ForeignKey(EventFormat, on_delete=models.PROTECT, related_name="events", verbose_name=_("Format"))
    hosts = ParentalManyToManyField(EditorialUnit, related_name="events", verbose_name=_("Gastgeber"))
    topics = ParentalManyToManyField(Topic, blank=True, verbose_name=_("Themen"))
    target_groups = ParentalManyToManyField(TargetGroup, blank=True, verbose_name=_("Für wen"))
    attendance_mode = models.CharField(
        _("Wo"), max_length=10, choices=AttendanceMode.choices, default=AttendanceMode.ONSITE
    )
    district = models.ForeignKey(
        District,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("Kreis oder Stadt"),
    )
    venue_name = models.CharField(_("Ort"), max_length=160, blank=True, help_text=_("Name des Hauses"))
    venue_address = models.CharField(
        _("Adresse"), max_length=200, blank=True, help_text=_("Straße, Hausnummer, Postleitzahl, Stadt")
    )
    venue_access = models.TextField(
        _("Barrierefreiheit"), blank=True, help_text=_("Stufen, Aufzug, WC, Induktionsschleife, Parkplatz")
    )
    venue_transit = models.CharField(_("Bus und Bahn"), max_length=300, blank=True)
    online_url = models.URLField(
        _("Link zur Videokonferenz"), blank=True, help_text=_("Sehen nur Menschen mit bestätigter Anmeldung.")
    )
    online_url_changed_at = models.DateTimeField(null=True, editable=False)
    seats_onsite = models.PositiveIntegerField(
        _("Plätze vor Ort"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_SEATS)],
        help_text=_("Leer: ohne Begrenzung"),
    )
    seats_online = models.PositiveIntegerField(
        _("Plätze online"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_SEATS)],
        help_text=_("Leer: ohne Begrenzung"),
    )
    costs = models.CharField(_("Kosten"), max_length=200, blank=True, help_text=_("Leer: kostenlos"))
    contact_name = models.CharField(_("Ansprechperson"), max_length=160, blank=True)
    contact_email = models.EmailField(_("E-Mail der Ansprechperson"), blank=True)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    published_at = models.DateTimeField(_("veröffentlicht"), null=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("Veranstaltung")
        verbose_name_plural = _("Veranstaltungen")
        ordering = ["-pk"]
        permissions = [("publish_event", _("Kann Veranstaltungen veröffentlichen und absagen"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=EventState.DRAFT) | Q(published_at__isnull=False),
                name="event_visible_was_published",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def gaps(self) -> dict[str, str]:
        """What visitors would miss, by field. A draft may have gaps, what is public may not."""
        gaps: dict[str, Any] = {}
        if SeatMode.ONSITE in self.seat_modes:
            if not self.venue_name:
                gaps["venue_name"] = _("Bitte nennen Sie den Ort, oder wählen Sie „online“.")
            if not self.venue_address:
                gaps["venue_address"] = _("Ohne Adresse findet niemand hin.")
        return gaps

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Notes when the video link changed: personal calendars show it, and must know that they changed."""
        known = Event.objects.filter(pk=self.pk).values_list("online_url", flat=True).first() if self.pk else ""
        if known != self.online_url:
            self.online_url_changed_at = timezone.now()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a draft with its sessions. Raises ProtectedError for what was public."""
        if self.is_visible:
            raise ProtectedError("An event that was public can only be cancelled.", {self})
        with transaction.atomic():
            for session in EventSession.objects.filter(event=self):
                session.delete()
            return super().delete(*args, **kwargs)

    @property
    def seat_modes(self) -> tuple[SeatMode, ...]:
        """The ways one person can take part."""
        return SEAT_MODES.get(self.attendance_mode, ())

    @property
    def slug(self) -> str:
        return slugify(self.title.translate(UMLAUTS))[:60].strip("-") or "termin"

    def get_absolute_url(self) -> str:
        return reverse("programme:event_detail", args=[self.slug, self.pk])

    @property
    def text_language(self) -> str:
        """BCP 47 tag of what editors typed: German, as long as events have no translations."""
        return settings.LANGUAGE_CODE

    @property
    def is_visible(self) -> bool:
        return self.state != EventState.DRAFT

    @property
    def is_cancelled(self) -> bool:
        return self.state == EventState.CANCELLED

    @property
    def shown_location(self) -> str:
        """Where it is, on one line, as visitors read it: "online" is our word, and said in their language."""
        return str(_("Online")) if self.attendance_mode == AttendanceMode.ONLINE else self.location

    @property
    def location_language(self) -> str:
        """BCP 47 tag of `shown_location` when editors typed it, else ""."""
        return "" if self.attendance_mode == AttendanceMode.ONLINE else self.text_language

    @property
    def location(self) -> str:
        """Where it is, on one line, as calendars keep it for readers of every language."""
        if self.attendance_mode == AttendanceMode.ONLINE:
            return "Online"
        return ", ".join(part for part in (self.venue_name, self.venue_address) if part)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "programme/event_detail.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        from events.programme.selectors import event_page  # selectors read models

        return {"request": request, "event": self, "page": event_page(self), "is_preview": True}


class EventSession(models.Model):
    """One block of time of an event.

    Once it was public its calendar entry is on people's phones: it can move or be cancelled, but
    never vanish.
    """

    event = ParentalKey(Event, on_delete=models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"))
    title = models.CharField(_("Überschrift"), max_length=160, blank=True, help_text=_("Nur bei mehreren Terminen"))
    is_cancelled = models.BooleanField(_("fällt aus"), default=False)
    entry = models.OneToOneField(
        CalendarEntry, on_delete=models.PROTECT, null=True, editable=False, related_name="event_session"
    )

    class Meta:
        verbose_name = _("Termin")
        verbose_name_plural = _("Termine")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.starts_at):%d.%m.%Y %H:%M}"

    def clean(self) -> None:
        starts_at, ends_at = getattr(self, "starts_at", None), getattr(self, "ends_at", None)
        if starts_at is not None and ends_at is not None and ends_at <= starts_at:
            raise ValidationError({"ends_at": _("Das Ende muss nach dem Beginn liegen.")})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.entry_id is not None:
            raise ProtectedError("A session that was public can only be cancelled.", {self})
        return super().delete(*args, **kwargs)
