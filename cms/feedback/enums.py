from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportState(TextChoices):
    NEW = "new", _("offen")
    ANSWERED = "answered", _("beantwortet")
