"""Editors of every unit see what waits and answer it; after a year a report is gone."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from cms.feedback.models import BarrierReport
from cms.feedback.services import report_answer
from cms.feedback.tasks import reports_erase
from network.jobs.ports import periodic_jobs
from network.messaging.models import OutboxMessage
from network.units.services import units_provision
from tests.factories.feedback import BarrierReportFactory

pytestmark = pytest.mark.django_db

LIST = "/redaktion/barrieren/"
ANSWER = "Danke! Der Filter geht jetzt auch mit der Tastatur."


@pytest.mark.parametrize("role", ["editors_group", "publishers_group"])
@pytest.mark.parametrize("unit", ["mo", "lotsen"])
def test_both_units_read_and_answer(client, sign_in, request, unit, role):
    sign_in(getattr(request.getfixturevalue(unit), role))
    report = BarrierReportFactory(email="mina@example.org")
    assertContains(client.get(LIST), report.reference)
    edit = reverse("barrierreport:edit", args=[report.pk])
    assertContains(client.get(edit), report.text)
    assert client.post(edit, {"answer": ANSWER}).status_code == 302
    report.refresh_from_db()
    assert (report.state, report.answer) == ("answered", ANSWER)
    assert timezone.now() - report.answered_at < timedelta(minutes=1)
    mail = OutboxMessage.objects.get(recipient="mina@example.org")
    assert ANSWER in mail.text
    assert report.reference in mail.subject


def test_without_an_address_the_answer_is_a_note(client, sign_in, mo):
    sign_in(mo.editors_group)
    report = BarrierReportFactory()
    response = client.post(reverse("barrierreport:edit", args=[report.pk]), {"answer": ANSWER}, follow=True)
    assertContains(response, "Als beantwortet vermerkt.")
    assert not OutboxMessage.objects.exists()


def test_the_trail_says_who_answered(client, sign_in, mo):
    user = sign_in(mo.editors_group)
    report = BarrierReportFactory()
    client.post(reverse("barrierreport:edit", args=[report.pk]), {"answer": ANSWER})
    history = client.get(reverse("barrierreport:history", args=[report.pk]))
    assertContains(history, "Gemeldete Barriere beantwortet")
    assertContains(history, user.email)


def test_an_empty_answer_is_named_at_its_field(client, sign_in, mo):
    sign_in(mo.editors_group)
    report = BarrierReportFactory()
    response = client.post(reverse("barrierreport:edit", args=[report.pk]), {"answer": " \u200b"})
    assertContains(response, "Bitte schreiben Sie, was Sie geantwortet oder geändert haben.")
    report.refresh_from_db()
    assert report.state == "new"


def test_what_was_sent_stays_as_it_was(client, sign_in, mo):
    user = sign_in(mo.editors_group)
    report = BarrierReportFactory(answered=True, email="mina@example.org")
    client.post(reverse("barrierreport:edit", args=[report.pk]), {"answer": "Doch anders"})
    with pytest.raises(PermissionDenied):
        report_answer(report=report, user=user, answer="Doch anders")
    report.refresh_from_db()
    assert report.answer == "Ist behoben."
    assert not OutboxMessage.objects.exists()


def test_nobody_else_reads_or_answers(client, sign_in, mo):
    report = BarrierReportFactory()
    edit = reverse("barrierreport:edit", args=[report.pk])
    assert client.get(LIST).status_code == 302
    user = sign_in()
    for address in (LIST, edit):
        assert client.get(address).status_code in {302, 403}
    client.post(edit, {"answer": ANSWER})
    with pytest.raises(PermissionDenied):
        report_answer(report=report, user=user, answer=ANSWER)
    report.refresh_from_db()
    assert report.state == "new"


@pytest.mark.parametrize("name", ["add", "delete", "copy", "usage"])
def test_nobody_adds_copies_or_deletes_by_hand(name):
    for args in ([], [1]):
        with pytest.raises(NoReverseMatch):
            reverse(f"barrierreport:{name}", args=args)


def test_an_administrator_sees_no_button_that_leads_nowhere(client, sign_in):
    sign_in(is_superuser=True)
    report = BarrierReportFactory()
    assertContains(client.get(LIST), report.reference)
    assertNotContains(client.get(reverse("barrierreport:edit", args=[report.pk])), "/delete/")


def test_what_waits_longest_comes_first_and_what_is_late_says_so(client, sign_in, mo):
    sign_in(mo.editors_group)
    with time_machine.travel(timezone.now() - timedelta(days=15)):
        late = BarrierReportFactory()
    fresh, done = BarrierReportFactory(), BarrierReportFactory(answered=True)
    html = client.get(LIST).content.decode()
    places = [html.index(report.reference) for report in (late, fresh, done)]
    assert places == sorted(places)
    assert html.count("überfällig") == 1
    assert late.is_overdue
    assert not fresh.is_overdue


def test_the_list_can_be_narrowed_to_what_waits(client, sign_in, mo):
    sign_in(mo.editors_group)
    fresh, done = BarrierReportFactory(), BarrierReportFactory(answered=True)
    page = client.get(LIST, {"state": "new"})
    assertContains(page, fresh.reference)
    assertNotContains(page, done.reference)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_however_long_it_is(client, sign_in, mo, rows, django_assert_num_queries):
    sign_in(mo.editors_group)
    BarrierReportFactory.create_batch(rows)
    client.get(LIST)
    with django_assert_num_queries(11):
        assert client.get(LIST).content.decode().count("/termine/") == rows


@pytest.mark.parametrize("answered", [True, False])
def test_after_a_year_a_report_is_erased_answered_or_not(answered):
    with time_machine.travel(timezone.now() - timedelta(days=366)):
        BarrierReportFactory(answered=answered, email="mina@example.org")
    kept = BarrierReportFactory()
    assert reports_erase() == 1
    assert list(BarrierReport.objects.all()) == [kept]
    assert reports_erase() == 0


def test_erasing_is_a_daily_job():
    job = periodic_jobs.get("barrier-reports-erase")
    assert (job.func, job.minutes) == ("cms.feedback.tasks.reports_erase", 24 * 60)


@pytest.mark.parametrize("wrong", [{"state": "answered"}, {"answer": "x"}, {"text": ""}])
def test_the_database_refuses_half_an_answer(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        BarrierReportFactory(**wrong)


def test_granting_again_grants_the_same(mo):
    before = set(mo.editors_group.permissions.values_list("codename", flat=True))
    units_provision()
    assert set(mo.editors_group.permissions.values_list("codename", flat=True)) == before
    assert {code for code in before if code.endswith("barrierreport")} == {"view_barrierreport", "change_barrierreport"}
