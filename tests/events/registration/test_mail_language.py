"""Mails speak the reader's language; what is German in them says so and keeps its direction."""

import pytest
from django.conf import settings
from django.core import mail as mailbox
from django.utils import translation

from events.programme.enums import SeatMode
from events.registration.services import registrations_create
from network.messaging.mime import mail_build
from network.messaging.models import OutboxMessage
from tests.factories import events, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return events.published(
        actor=people.publisher("mo"), title="Treffen (Kassel)", venue_name="Haus der Kulturen", seats_onsite=3
    )


def confirmation(event, language, *, page="de"):
    reader = people.representative(name="Amina Yıldız", preferred_language=language)
    with translation.override(page):
        registrations_create(event=event, actor=reader, people=[reader], mode=SeatMode.ONSITE)
    return OutboxMessage.objects.get(template="registration/confirmed")


def test_an_arabic_mail_runs_from_the_right(event):
    html = confirmation(event, "ar").html
    assert '<html lang="ar" dir="rtl">' in html
    assert '<bdi lang="de">Treffen (Kassel)</bdi>' in html
    assert '<bdi lang="de">Haus der Kulturen' in html


def test_german_words_in_arabic_plain_text_are_isolated(event):
    text = confirmation(event, "ar").text
    assert "\u2068Treffen (Kassel)\u2069" in text
    assert "\u2068Amina Yıldız\u2069" in text


def test_a_german_mail_needs_no_marks(event):
    mail = confirmation(event, "de")
    assert '<html lang="de" dir="ltr">' in mail.html
    assert 'lang="de">Treffen' not in mail.html
    assert "\u2068" not in mail.text + mail.html


def test_leichte_sprache_is_german_for_the_reading_machine(event):
    assert '<html lang="de-simple" dir="ltr">' in confirmation(event, "de-simple").html


@pytest.mark.parametrize(("language", "prefix"), [("ar", "/ar"), ("en", "/en"), ("de", "")])
def test_links_lead_to_the_readers_pages_whoever_caused_the_mail(event, language, prefix):
    """A colleague on the English pages registers somebody who reads Arabic."""
    text = confirmation(event, language, page="en").text
    assert f"{settings.BASE_URL}{prefix}/mitglieder/" in text
    assert f"{settings.BASE_URL}{prefix}{german_path(event)}" in text


def german_path(event):
    with translation.override("de"):
        return event.get_absolute_url()


def test_the_header_names_the_language(event):
    built = mail_build(confirmation(event, "ar"))
    assert built.message()["Content-Language"] == "ar"
    assert mailbox.outbox == []


def test_the_calendar_file_keeps_what_is_german(event):
    text = bytes(confirmation(event, "ar").attachments.get().content).decode()
    assert "Treffen (Kassel)" in text


def test_a_language_no_longer_offered_becomes_german(event):
    mail = confirmation(event, "uk")
    assert mail.language == "de"
    assert f"{settings.BASE_URL}/mitglieder/" in mail.text
