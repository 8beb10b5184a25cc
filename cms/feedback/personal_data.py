"""What this slice knows of a person: reports of barriers with their address."""

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.feedback.models import BarrierReport
from network.messaging.models import OutboxMessage
from network.messaging.services import messages_forget
from network.privacy.ports import Outcome, Retention, Section, Subject, facts_of


class Reports:
    """Found by the address for the answer; one without an address belongs to nobody we know."""

    columns = frozenset({"feedback.BarrierReport.email"})
    retains: tuple[Retention, ...] = ()

    def export(self, subject: Subject) -> list[Section]:
        columns = ("reference", "page_address", "text", "email", "created_at", "state", "answer")
        days = settings.BARRIER_REPORT_RETENTION.days
        return [
            Section(
                "barrier_reports",
                _("Gemeldete Barrieren"),
                ngettext("%(days)d Tag", "%(days)d Tage", days) % {"days": days},
                [facts_of(row, *columns) for row in self._rows(subject)],
            )
        ]

    def erase(self, subject: Subject) -> Outcome:
        """The whole report: what people write about their barriers often says something about their health."""
        named = Q(pk__in=[])
        for reference in self._rows(subject).values_list("reference", flat=True):
            named |= Q(key__startswith=f"barrier-report:{reference}:")
        messages_forget(OutboxMessage.objects.filter(named))
        return Outcome(erased=self._rows(subject).delete()[0])

    def _rows(self, subject: Subject) -> QuerySet[BarrierReport]:
        chosen = Q(pk__in=[])
        for address in subject.addresses:
            chosen |= Q(email__iexact=address)
        return BarrierReport.objects.filter(chosen)
