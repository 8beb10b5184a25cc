import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.calendars.enums import EntryStatus, FeedKind
from events.calendars.querysets import CalendarEntryTextQuerySet, FeedTokenQuerySet
from network.accounts.models import Person

UID_DOMAIN = "vielfaltsnetz"
"""Right half of every UID. Not the host name and not a setting: calendar programs know a meeting by
its UID, so an installation that moves to another address must keep it."""


class CalendarEntry(models.Model):
    """One block of time as calendar programs see it: when, where, and whether it takes place.

    Written by `services.entry_write` only, which keeps SEQUENCE and the stamps. An entry that was
    public is never deleted, only cancelled or hidden: its row says when the feed changed.
    """

    uid = models.UUIDField(_("UID"), unique=True, default=uuid.uuid4, editable=False)
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"), db_index=True)
    status = models.CharField(_("Status"), max_length=9, choices=EntryStatus.choices, default=EntryStatus.CONFIRMED)
    location = models.CharField(_("Ort"), max_length=500, blank=True)
    latitude = models.DecimalField(_("Breite"), max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("Länge"), max_digits=9, decimal_places=6, null=True, blank=True)
    is_public = models.BooleanField(_("öffentlich"), default=False)
    sequence = models.PositiveIntegerField(_("Fassung"), default=0, editable=False)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("geändert"), editable=False)
    public_changed_at = models.DateTimeField(
        _("öffentlich geändert"), null=True, editable=False, db_index=True,
        help_text=_("Wann sich zuletzt änderte, was alle sehen. Leer: war nie öffentlich."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("Kalendereintrag")
        verbose_name_plural = _("Kalendereinträge")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="entry_ends_after_start"),
            models.CheckConstraint(condition=Q(sequence__gte=0), name="entry_sequence_not_negative"),
            models.CheckConstraint(condition=Q(status__in=EntryStatus.values), name="entry_status_known"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    # NULL passes a check: without these two lines half a position would do
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="entry_geo_whole_and_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(public_changed_at__isnull=False), name="entry_public_is_stamped"
            ),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.starts_at):%d.%m.%Y %H:%M}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.public_changed_at is not None:
            raise ProtectedError("An entry that was public can only be cancelled or hidden.", {self})
        return super().delete(*args, **kwargs)

    @property
    def uid_text(self) -> str:
        """The UID in every feed and file, for the life of the entry (RFC 5545 section 3.8.4.7)."""
        return f"{self.uid}@{UID_DOMAIN}"


class CalendarEntryText(models.Model):
    """What an entry says in one language, and the VEVENT made of it once it was asked for."""

    entry = models.ForeignKey(CalendarEntry, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("Sprache"), max_length=20, default=settings.LANGUAGE_CODE)
    summary = models.CharField(_("Titel"), max_length=500)
    description = models.TextField(_("Beschreibung"), blank=True)
    url = models.CharField(_("Adresse"), max_length=500, blank=True)
    categories = models.JSONField(_("Kategorien"), default=list, blank=True)
    last_modified = models.DateTimeField(
        _("zuletzt geändert"), editable=False, help_text=_("Auf die Sekunde; bei jeder sichtbaren Änderung später.")
    )
    rendered = models.BinaryField(_("VEVENT"), null=True, editable=False)
    rendered_by = models.PositiveSmallIntegerField(_("Schreibweise"), default=0, editable=False)

    objects = CalendarEntryTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("Text eines Kalendereintrags")
        verbose_name_plural = _("Texte von Kalendereinträgen")
        ordering = ["entry", "language"]
        constraints = [models.UniqueConstraint(fields=["entry", "language"], name="entry_text_once_per_language")]

    def __str__(self) -> str:
        return self.summary


class FeedToken(models.Model):
    """The secret part of a private calendar address. Only its digest is stored."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="feed_tokens")
    kind = models.CharField(_("Art"), max_length=12, choices=FeedKind.choices, default=FeedKind.PERSONAL)
    name = models.CharField(_("Name"), max_length=60)
    digest = models.CharField(_("Prüfsumme"), max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(_("zuletzt benutzt"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("widerrufen"), null=True, editable=False)

    objects = FeedTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("Abo-Schlüssel")
        verbose_name_plural = _("Abo-Schlüssel")
        ordering = ["-created_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="feed_token_has_a_name")]

    def __str__(self) -> str:
        return self.name
