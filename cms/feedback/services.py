"""The life of a report: received, answered, erased."""

import uuid
from typing import Any

import structlog
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log as log_action

from cms.feedback.enums import ReportState
from cms.feedback.models import BarrierReport
from cms.feedback.permissions import may_answer
from network.messaging.services import message_enqueue
from network.units.models import EditorialUnit
from network.units.services import model_permissions_grant

log = structlog.get_logger(__name__)


@transaction.atomic
def report_create(
    *, submission_key: uuid.UUID, page_address: str, text: str, email: str, language: str
) -> BarrierReport:
    """Take a report in, tell every unit, and confirm it to `email` if there is one.

    The same `submission_key` again (a double click, a reload) returns the first report and sends nothing. The
    confirmation repeats nothing of what was typed: the address is not verified, and nobody shall be able to make us
    write their words to a stranger.
    """
    report, is_new = BarrierReport.objects.get_or_create(
        submission_key=submission_key,
        defaults={"page_address": page_address, "text": text, "email": email, "language": language},
    )
    if not is_new:
        return report
    for unit in EditorialUnit.objects.all():
        message_enqueue(
            key=f"barrier-report:{report.reference}:unit:{unit.code}",
            template="feedback/report_inbox",
            to=unit.contact_email,
            language=settings.LANGUAGE_CODE,
            context={
                "report": report,
                "unit": unit,
                "link": settings.BASE_URL + reverse("barrierreport:edit", args=[report.pk]),
            },
        )
    if report.email:
        message_enqueue(
            key=f"barrier-report:{report.reference}:received",
            template="feedback/report_received",
            to=report.email,
            language=language,
            context={"report": report},
        )
    log.info("feedback.report_received", report=report.pk)
    return report


@transaction.atomic
def report_answer(*, report: BarrierReport, user: Any, answer: str) -> BarrierReport:
    """Close a report with an answer, which goes to the reporter if they left an address.

    Raises `PermissionDenied` when `user` may not, or when it was answered already (what was sent stays as it was).
    """
    if not may_answer(user):
        raise PermissionDenied
    locked = BarrierReport.objects.select_for_update().get(pk=report.pk)
    if locked.state != ReportState.NEW:
        raise PermissionDenied
    locked.state = ReportState.ANSWERED
    locked.answered_at = timezone.now()
    locked.answer = answer
    locked.save(update_fields=["state", "answered_at", "answer"])
    log_action(locked, "feedback.answer", user=user)
    if locked.email:
        message_enqueue(
            key=f"barrier-report:{locked.reference}:answer",
            template="feedback/report_answered",
            to=locked.email,
            language=locked.language,
            context={"report": locked},
        )
    return locked


def reports_erase() -> int:
    """Delete the reports that are past BARRIER_REPORT_RETENTION; how many."""
    outlived = BarrierReport.objects.filter(created_at__lt=timezone.now() - settings.BARRIER_REPORT_RETENTION)
    erased, _by_model = outlived.delete()
    if erased:
        log.info("feedback.reports_erased", reports=erased)
    return erased


def report_permissions_grant(unit: EditorialUnit) -> None:
    """Every unit's people read and answer; nobody deletes by hand. Safe to run again."""
    for group in (unit.editors_group, unit.publishers_group):
        model_permissions_grant(group, BarrierReport, ["view", "change"])
