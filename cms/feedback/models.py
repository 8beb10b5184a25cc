"""Reports of barriers: what somebody could not read, reach or use here."""

import uuid
from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.feedback.enums import ReportState

ANSWER_WITHIN = timedelta(days=14)
"""Our own promise, said on the page. Who gets no answer may turn to the state's enforcement body (BITV HE 2019,
sections 5 and 6), which the form and the page of thanks name."""

REFERENCE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing to mix up on the telephone: no 0, 1, I, O


def new_reference() -> str:
    """A number one can read aloud and nobody can guess: 40 random bits, as in `B-7K4Q-93XF`."""
    signs = get_random_string(8, REFERENCE_SIGNS)
    return f"B-{signs[:4]}-{signs[4:]}"


def next_answer_due() -> date:
    """The last day (in Europe/Berlin) on which an answer to a report of today is in time."""
    return timezone.localdate() + ANSWER_WITHIN


class BarrierReport(models.Model):
    """One report, made without an account. Erased BARRIER_REPORT_RETENTION after it came in, whatever its state."""

    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("Vorgangsnummer"), max_length=20, unique=True, default=new_reference, editable=False)
    page_address = models.CharField(_("Seite"), max_length=500, blank=True)
    text = models.TextField(_("Meldung"))
    email = models.EmailField(_("E-Mail für die Antwort"), blank=True)
    language = models.CharField(_("Sprache"), max_length=20)
    state = models.CharField(_("Stand"), max_length=10, choices=ReportState.choices, default=ReportState.NEW)
    created_at = models.DateTimeField(_("eingegangen"), default=timezone.now, editable=False)
    answer_due = models.DateField(_("Antwort bis"), default=next_answer_due, editable=False)
    answered_at = models.DateTimeField(_("beantwortet am"), null=True, editable=False)
    answer = models.TextField(_("Antwort"), blank=True)

    class Meta:
        verbose_name = _("gemeldete Barriere")
        verbose_name_plural = _("gemeldete Barrieren")
        ordering = [F("answered_at").desc(nulls_first=True), "answer_due", "pk"]  # what waits longest comes first
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ReportState.NEW, answered_at=None, answer="")
                | (Q(state=ReportState.ANSWERED, answered_at__isnull=False) & ~Q(answer="")),
                name="barrier_report_answered_has_an_answer",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="barrier_report_says_something"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_overdue(self) -> bool:
        """Still without an answer after the promised day."""
        return self.state == ReportState.NEW and self.answer_due < timezone.localdate()

    @property
    def due_label(self) -> str:
        """The promised day for the list, with a word where it has passed."""
        day = date_format(self.answer_due, "SHORT_DATE_FORMAT")
        return gettext("%(day)s – überfällig") % {"day": day} if self.is_overdue else day
