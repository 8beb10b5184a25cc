from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DistrictKind(TextChoices):
    """The two kinds of unit below the state; together there are 27 since 2026-01-01."""

    CITY = "city", _("kreisfreie Stadt")
    DISTRICT = "district", _("Landkreis")
