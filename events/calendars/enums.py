from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryStatus(models.TextChoices):
    """STATUS of a VEVENT, in the words of RFC 5545 section 3.8.1.11."""

    CONFIRMED = "CONFIRMED", _("findet statt")
    TENTATIVE = "TENTATIVE", _("vorläufig")
    CANCELLED = "CANCELLED", _("abgesagt")


class FeedKind(models.TextChoices):
    """What a secret address opens. A token of one kind opens no feed of another."""

    PERSONAL = "personal", _("meine Termine")
