"""Pictures and files for download. Every picture says who made it and on what terms we may show it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage


class SiteImage(AbstractImage):
    """A picture with the credit and licence it may be shown under.

    Pictures have no publish state, so both are required at upload. The alternative text depends on the place a
    picture is used in and belongs to the block that shows it.
    """

    credit = models.CharField(
        _("Urheber*in"),
        max_length=200,
        help_text=_("Steht am Bild. Zum Beispiel: Foto: Vorname Nachname / beramí e.V."),
    )
    licence = models.CharField(
        _("Lizenz oder Erlaubnis"),
        max_length=200,
        help_text=_("Woher wir das Recht haben, das Bild zu zeigen. Zum Beispiel: CC BY 4.0, Vertrag vom 3. Mai 2026."),
    )
    licence_note = models.TextField(
        _("Notiz zur Nutzung"), blank=True, help_text=_("Nur für die Redaktion: Auflagen, Ansprechperson, Ablageort.")
    )
    valid_until = models.DateField(
        _("Nutzung erlaubt bis"), null=True, blank=True, help_text=_("Leer lassen, wenn das Recht nicht endet.")
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit", "licence", "licence_note", "valid_until")

    class Meta(AbstractImage.Meta):
        verbose_name = _("Bild")
        verbose_name_plural = _("Bilder")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(credit="") & ~models.Q(licence=""), name="image_has_credit_and_licence"
            )
        ]


class Rendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class SiteDocument(AbstractDocument):
    """A file to download."""

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("Dokument")
        verbose_name_plural = _("Dokumente")
