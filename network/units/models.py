from django.contrib.auth.models import Group
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class EditorialUnit(models.Model):
    """One of the two areas of the centre (`mo`: beramí, `lotsen`: lagfa), or a later third.

    A unit owns what its editors write. Its groups, collection and permissions are made by
    `services.unit_create`, never by hand, so that two units cannot drift apart.
    """

    code = models.SlugField(
        _("Kürzel"),
        max_length=20,
        unique=True,
        validators=[RegexValidator(r"^[a-z][a-z0-9-]*$", _("Nur kleine Buchstaben, Ziffern und Bindestrich."))],
    )
    name = models.CharField(_("Name"), max_length=120, unique=True)
    carrier = models.CharField(_("Träger"), max_length=120, help_text=_("Zum Beispiel: beramí e.V."))
    contact_email = models.EmailField(_("E-Mail für Anfragen"))
    editors_group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="edited_unit")
    publishers_group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="published_unit")
    collection = models.OneToOneField(Collection, on_delete=models.PROTECT, related_name="unit")

    class Meta:
        verbose_name = _("Redaktionsbereich")
        verbose_name_plural = _("Redaktionsbereiche")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name
