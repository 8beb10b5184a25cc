"""Optional mails end with one click, without signing in (RFC 8058)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from network.messaging.mime import mail_build
from network.messaging.models import OutboxMessage
from network.messaging.services import message_enqueue
from network.privacy.mail_preferences import links_erase, links_revoke, optional_message_enqueue
from network.privacy.models import MailRefusal, UnsubscribeLink
from tests.factories import people
from tests.network.privacy.test_account_pages import fresh

pytestmark = pytest.mark.django_db

PAGE = "/konto/e-mails/"
TEMPLATE = "organisations/application_rejected"  # any mail will do
CONTEXT = {"application": {"contact_name": "Amina", "name": "Verein", "reason": "–"}}


@pytest.fixture
def amina(home):
    return people.member("Amina Yıldız", email="amina@example.org")


def remind(person, key="1"):
    return optional_message_enqueue(
        kind="planted", person=person, key=f"planted:{key}", template=TEMPLATE, context=CONTEXT
    )


def path_in(message):
    return re.sub(r"^https?://[^/]+", "", message.unsubscribe_url)


def test_the_headers_let_a_mail_program_offer_it(amina, kind):
    message = remind(amina)
    built = mail_build(message).message()
    assert built["List-Unsubscribe"] == f"<{message.unsubscribe_url}>"
    assert built["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message.unsubscribe_url in message.text
    assert message.unsubscribe_url in message.html


def test_what_is_needed_has_no_such_header(amina):
    message = message_enqueue(key="x", template=TEMPLATE, to="a@example.org", language="de", context=CONTEXT)
    assert "List-Unsubscribe" not in mail_build(message).message()
    assert "abbestellen" not in message.text


def test_one_post_without_cookie_or_token_ends_it(amina, kind):
    message = remind(amina)
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(path_in(message), {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert remind(amina, key="2") is None
    strict.post(path_in(message), {"List-Unsubscribe": "One-Click"})
    assert MailRefusal.objects.count() == 1


def test_a_scanner_that_opens_the_link_ends_nothing(amina, kind, client):
    page = client.get(path_in(remind(amina)))
    assert "Ja, abbestellen" in page.content.decode()
    assert not MailRefusal.objects.exists()


def test_the_secret_itself_is_not_stored_with_the_link(amina, kind):
    secret = path_in(remind(amina)).rstrip("/").rpartition("/")[2]
    assert secret not in UnsubscribeLink.objects.get().digest


def test_wrong_revoked_and_old_links_are_refused(amina, kind, client):
    assert client.post(f"{PAGE}abbestellen/falsch/").status_code == 404
    message = remind(amina)
    links_revoke(person=amina)
    assert client.post(path_in(message)).status_code == 404
    later = remind(amina, key="2")
    with time_machine.travel(timezone.now() + timedelta(days=366), tick=False):
        assert client.post(path_in(later)).status_code == 404
        assert links_erase() == 1
    assert not MailRefusal.objects.exists()


def test_the_same_reason_makes_one_mail_and_one_link(amina, kind):
    assert remind(amina) == remind(amina)
    assert UnsubscribeLink.objects.count() == 1


def test_a_kind_nobody_registered_cannot_be_sent(amina):
    with pytest.raises(KeyError):
        remind(amina)
    assert not OutboxMessage.objects.exists()


def test_the_page_shows_only_kinds_there_are(amina, kind):
    client = fresh(amina.user)
    assert "Erinnerungen" in client.get(PAGE).content.decode()
    client.post(PAGE, {})
    assert MailRefusal.objects.get().kind == kind
    client.post(PAGE, {"wanted": kind})
    assert not MailRefusal.objects.exists()


def test_without_optional_mails_it_says_so(amina):
    assert "Zurzeit schicken wir nur E-Mails, die nötig sind" in fresh(amina.user).get(PAGE).content.decode()
