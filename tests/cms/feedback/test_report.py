"""Somebody without an account reports a barrier."""

import re
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cms.feedback.forms import ReportForm
from cms.feedback.models import BarrierReport, new_reference
from network.messaging.models import OutboxMessage

pytestmark = pytest.mark.django_db

FORM = "/barriere-melden/"
TEXT = "Der Filter lässt sich nicht mit der Tastatur bedienen."


def typed(**changes):
    return {
        "submission_key": "0e2cf1c5-7a0b-4d0c-9f3d-0a0a0a0a0a0a",
        "page_address": "/termine/",
        "text": TEXT,
        "email": "mina@example.org",
        "website": "",
    } | changes


def mails():
    return {mail.recipient: mail for mail in OutboxMessage.objects.all()}


def test_the_form_has_its_address():
    assert reverse("feedback:report") == FORM


def test_it_knows_the_page_one_came_from(client):
    page = client.get(FORM, {"seite": "/termine/treffen-1/"})
    assertContains(page, 'value="/termine/treffen-1/"')
    assertContains(page, "innerhalb von 14 Tagen")
    assertContains(page, "Durchsetzungs- und Überwachungsstelle")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ('"><script>alert(1)</script>', "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\u202egnp.exe\u0000", "gnp.exe"),
        ("x" * 9000, "x" * 500),
    ],
)
def test_a_strange_page_address_is_only_text(client, address, shown):
    page = client.get(FORM, {"seite": address})
    assertContains(page, f'value="{shown}"')
    assertNotContains(page, "<script>alert")


@time_machine.travel("2026-11-20 23:30+00:00")
def test_a_report_gets_a_number_and_a_day_until_which_we_answer(client, mo, lotsen):
    response = client.post(FORM, typed())
    report = BarrierReport.objects.get()
    assertRedirects(response, reverse("feedback:thanks", args=[report.reference]))
    assert (report.page_address, report.text, report.email) == ("/termine/", TEXT, "mina@example.org")
    assert (report.state, report.language) == ("new", "de")
    assert report.answer_due == date(2026, 12, 5)  # in Berlin it was the 21st already
    page = client.get(response.url)
    assertContains(page, report.reference)
    assertContains(page, "5. Dezember 2026")
    assertContains(page, "Regierungspräsidium Gießen")
    assertNotContains(page, TEXT)
    assertNotContains(page, "mina@example.org")
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]


def test_no_account_no_name_no_address_is_needed(client, mo):
    response = client.post(FORM, {"text": TEXT}, follow=True)
    assertContains(response, "keine E-Mail-Adresse angegeben")
    assert set(mails()) == {"mo@example.org"}


def test_every_unit_hears_of_it_and_the_reporter_gets_a_confirmation(client, mo, lotsen):
    client.post(FORM, typed())
    report = BarrierReport.objects.get()
    sent = mails()
    assert set(sent) == {"mo@example.org", "lotsen@example.org", "mina@example.org"}
    assert sent["mina@example.org"].subject == f"Ihre Meldung {report.reference} ist angekommen"
    assert report.reference in sent["mina@example.org"].text
    assert reverse("barrierreport:edit", args=[report.pk]) in sent["mo@example.org"].text


def test_the_confirmation_carries_nothing_of_what_was_typed(client, mo):
    """Else anybody could send their words to a stranger in our name."""
    client.post(FORM, typed(text="Kaufen Sie bei uns", page_address="https://spam.example"))
    mail = mails()["mina@example.org"]
    for part in (mail.subject, mail.text, mail.html):
        assert "Kaufen" not in part
        assert "spam.example" not in part


def test_a_repeated_submit_is_one_report(client, mo):
    first = client.post(FORM, typed())
    second = client.post(FORM, typed(text="Zweimal geklickt"))
    assert first.url == second.url
    assert BarrierReport.objects.get().text == TEXT
    assert OutboxMessage.objects.count() == 2


@pytest.mark.parametrize("key", ["", "kein-uuid", "\u202e", "0" * 5000])
def test_a_lost_or_tampered_key_loses_no_report(client, key):
    assert client.post(FORM, typed(submission_key=key)).status_code == 302
    assert client.post(FORM, typed(submission_key=key)).status_code == 302
    assert BarrierReport.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"text": ""}, "text", "Bitte beschreiben Sie, was nicht geklappt hat."),
        ({"text": " \u200b\u202e\n"}, "text", "Bitte beschreiben Sie, was nicht geklappt hat."),
        ({"text": "ä" * 5001}, "text", "Das ist zu lang: 5001 Zeichen. Bitte kürzen Sie auf höchstens 5000."),
        ({"page_address": "x" * 501}, "page_address", "Das ist zu lang: 501 Zeichen."),
        ({"email": "mina@"}, "email", "Das ist keine vollständige E-Mail-Adresse."),
        ({"email": "a@example.org\nBcc: b@example.org"}, "email", "Das ist keine vollständige E-Mail-Adresse."),
        ({"email": "mina\u202e@example.org"}, "email", "Das ist keine vollständige E-Mail-Adresse."),
        ({"email": "x" * 250 + "@example.org"}, "email", "Diese E-Mail-Adresse ist zu lang."),
    ],
)
def test_a_mistake_is_said_on_top_and_next_to_the_field_and_nothing_is_lost(client, changes, field, message):
    response = client.post(FORM, typed(**changes))
    assert response.status_code == 200
    html = response.content.decode()
    assert response.context["form"].errors.keys() == {field}
    summary = html[html.index('class="error-summary"') :]
    assert "autofocus" in summary[:100]
    assert re.search(rf'<a href="#id_{field}">[^<]*{re.escape(message)}', summary)
    assert f'id="id_{field}_error"' in html
    assert html.count(message) == 2
    for name, value in typed(**changes).items():
        if name not in changes:
            assertContains(response, value)
    assertContains(response, "<title>Fehler: Barriere melden")
    assert not BarrierReport.objects.exists()


def test_script_tags_are_stored_as_typed_and_shown_as_text(client, mo, sign_in):
    client.post(FORM, typed(text="<script>alert(1)</script>"))
    report = BarrierReport.objects.get()
    assert report.text == "<script>alert(1)</script>"
    sign_in(mo.editors_group)
    page = client.get(reverse("barrierreport:edit", args=[report.pk]))
    assertContains(page, "&lt;script&gt;alert(1)&lt;/script&gt;")
    assertNotContains(page, "<script>alert(1)")


def test_direction_overrides_are_gone_and_arabic_stays(client):
    client.post(FORM, typed(text="لا أستطيع\u202e القراءة\r\nبسهولة"))
    assert BarrierReport.objects.get().text == "لا أستطيع القراءة\nبسهولة"


def test_a_program_that_fills_in_everything_is_turned_away_and_a_person_behind_it_is_not(client):
    response = client.post(FORM, typed(website="https://spam.example"))
    assertContains(response, "Bitte senden Sie noch einmal ab.")
    assertContains(response, TEXT)
    assertNotContains(response, "spam.example")
    assert not BarrierReport.objects.exists()
    hidden = response.content.decode().split('name="website"')[1].split(">")[0]
    assert "value" not in hidden or 'value=""' in hidden
    assert 'tabindex="-1"' in hidden


def test_the_trap_is_neither_seen_nor_heard(client):
    html = client.get(FORM).content.decode()
    before = html[: html.index('name="website"')]
    assert before.rindex('<div class="visually-hidden" aria-hidden="true">') > before.rindex("</div>")


def test_one_connection_sends_ten_an_hour_and_loses_nothing_after(client):
    for number in range(10):
        assert client.post(FORM, typed(submission_key="", email=f"m{number}@example.org")).status_code == 302
    response = client.post(FORM, typed(submission_key=""))
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "3600"
    assertContains(response, "Bitte senden Sie in einer Stunde noch einmal ab.", status_code=429)
    assertContains(response, TEXT, status_code=429)
    assert BarrierReport.objects.count() == 10
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.post(FORM, typed(submission_key="")).status_code == 302


def test_nobodys_mailbox_is_filled_from_many_connections(client):
    for number in range(3):
        Client(REMOTE_ADDR=f"192.0.2.{number}").post(FORM, typed(submission_key="", email="Mina@example.org"))
    response = Client(REMOTE_ADDR="192.0.2.99").post(FORM, typed(submission_key=""))
    assert response.status_code == 429
    assert BarrierReport.objects.count() == 3


def test_mistakes_do_not_use_up_the_limit(client):
    for _attempt in range(12):
        client.post(FORM, typed(text=""))
    assert client.post(FORM, typed()).status_code == 302


def test_without_a_csrf_token_nothing_is_stored():
    assert Client(enforce_csrf_checks=True).post(FORM, typed()).status_code == 403
    assert not BarrierReport.objects.exists()


@pytest.mark.parametrize("reference", ["B-2222-2222", "x", "b-7k4q-93xf"])
def test_a_guessed_number_leads_nowhere(client, reference):
    assert client.get(reverse("feedback:thanks", args=[reference])).status_code == 404


def test_thanks_are_only_read(client):
    assert client.post(reverse("feedback:thanks", args=["B-2222-2222"])).status_code == 405


def test_numbers_are_easy_to_read_aloud_and_never_the_same():
    numbers = {new_reference() for _ in range(500)}
    assert len(numbers) == 500
    assert all(re.fullmatch(r"B-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", number) for number in numbers)


def test_a_form_of_today_carries_a_fresh_key():
    assert ReportForm()["submission_key"].value() != ReportForm()["submission_key"].value()
