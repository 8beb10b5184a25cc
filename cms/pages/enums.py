from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    """How much a notice insists; `components/notice.html` knows the values."""

    INFORMATION = "", _("Hinweis")
    WARNING = "warning", _("Wichtig")


class ProgrammeState(models.TextChoices):
    """Where a funding programme stands on the day its block is dated."""

    RUNNING = "running", _("läuft")
    ENDED = "ended", _("beendet")
    ANNOUNCED = "announced", _("angekündigt")


class Destination(models.TextChoices):
    """Parts of the product that a page can send its readers to: names of addresses, not paths."""

    EVENTS = "programme:event_list", _("Termine")
    APPLY = "organisations:apply", _("Mitmachen: Organisation anmelden")
    FEEDBACK = "feedback:report", _("Barriere melden")


class Conformity(models.TextChoices):
    """How far the site meets the standard, in the three steps of the EU model statement.

    Source: Commission Implementing Decision (EU) 2018/1523, annex.
    """

    FULL = "full", _("vollständig vereinbar")
    PARTIAL = "partial", _("teilweise vereinbar")
    NONE = "none", _("nicht vereinbar")
