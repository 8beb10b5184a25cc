from django.db import models
from django.utils.translation import gettext_lazy as _


class RegistrationState(models.TextChoices):
    """Where one person stands with one event (glossary: Status Anmeldung)."""

    CONFIRMED = "confirmed", _("angemeldet")
    CANCELLED_BY_PARTICIPANT = "cancelled_by_participant", _("abgemeldet")
    CANCELLED_BY_HOST = "cancelled_by_host", _("vom Veranstalter abgesagt")


ACTIVE_STATES = (RegistrationState.CONFIRMED,)
"""A person has at most one registration in these states per event."""

SEATED_STATES = (RegistrationState.CONFIRMED,)
"""States that take a seat."""
