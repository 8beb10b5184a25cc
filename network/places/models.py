"""Hessen's map as rows: districts, WIR regions and postcodes. Filled by `services.places_load`, read by everybody."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.places.enums import DistrictKind

IN_HESSEN = Q(lat__range=(49.3, 51.7), lon__range=(7.7, 10.3))
"""Bounding box in WGS 84 degrees with a small margin; catches swapped or projected coordinates."""


class District(models.Model):
    """A rural district or an independent city, under its official five-digit key.

    `valid_from`, `valid_to` (both inclusive, open when empty) and `predecessor` let a report be drawn along the
    borders of its own time: Hanau left the Main-Kinzig-Kreis on 2026-01-01.
    """

    ags5 = models.CharField(_("Kreisschlüssel"), max_length=5, primary_key=True)
    name = models.CharField(_("Name"), max_length=80, unique=True)
    kind = models.CharField(_("Art"), max_length=10, choices=DistrictKind.choices)
    seat = models.CharField(_("Verwaltungssitz"), max_length=80)
    lat = models.FloatField(_("Breite"))
    lon = models.FloatField(_("Länge"))
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_to = models.DateField(_("gültig bis"), null=True, blank=True)
    predecessor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("früher Teil von"),
    )

    class Meta:
        verbose_name = _("Kreis oder kreisfreie Stadt")
        verbose_name_plural = _("Kreise und kreisfreie Städte")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(ags5__regex=r"^06[0-9]{3}$"), name="district_key_is_hessian"),
            models.CheckConstraint(condition=Q(kind__in=DistrictKind.values), name="district_kind_is_known"),
            models.CheckConstraint(condition=IN_HESSEN, name="district_lies_in_hessen"),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="district_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class WirRegion(models.Model):
    """One of the 33 areas of the state programme WIR, each with its own diversity centre.

    27 districts and cities, and 6 special-status towns that are cut out of their district. `code` is the key of
    what the region stands for: eight digits for such a town, five for a district (without its town, if it has one).
    """

    code = models.CharField(_("Schlüssel"), max_length=8, primary_key=True)
    name = models.CharField(_("Name"), max_length=80, unique=True)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="regions", verbose_name=_("Kreis"))
    municipality_ags8 = models.CharField(_("Gemeindeschlüssel der Sonderstatusstadt"), max_length=8, blank=True)

    class Meta:
        verbose_name = _("WIR-Region")
        verbose_name_plural = _("WIR-Regionen")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(municipality_ags8="", code=F("district")) | Q(code=F("municipality_ags8")),
                name="wir_region_code_is_its_key",
            ),
            models.CheckConstraint(condition=Q(code__regex=r"^06[0-9]{3}([0-9]{3})?$"), name="wir_region_is_hessian"),
        ]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """One municipality a postcode delivers to. A postcode shared by several municipalities has several rows.

    `plz` is text. `lat` and `lon` (WGS 84 degrees) are a point inside the municipality.
    """

    plz = models.CharField(_("Postleitzahl"), max_length=5)
    place = models.CharField(_("Ort"), max_length=80)
    municipality_ags8 = models.CharField(_("Gemeindeschlüssel"), max_length=8)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="postcodes", verbose_name=_("Kreis"))
    region = models.ForeignKey(
        WirRegion, on_delete=models.PROTECT, related_name="postcodes", verbose_name=_("WIR-Region")
    )
    lat = models.FloatField(_("Breite"))
    lon = models.FloatField(_("Länge"))

    class Meta:
        verbose_name = _("Postleitzahl")
        verbose_name_plural = _("Postleitzahlen")
        ordering = ["plz", "place"]
        constraints = [
            models.UniqueConstraint(fields=["plz", "municipality_ags8"], name="postcode_once_per_municipality"),
            models.CheckConstraint(condition=Q(plz__regex=r"^[0-9]{5}$"), name="postcode_has_five_digits"),
            models.CheckConstraint(
                condition=Q(municipality_ags8__regex=r"^06[0-9]{6}$"), name="postcode_municipality_is_hessian"
            ),
            models.CheckConstraint(condition=IN_HESSEN, name="postcode_lies_in_hessen"),
        ]

    def __str__(self) -> str:
        return f"{self.plz} {self.place}"
