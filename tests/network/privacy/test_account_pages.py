"""My account: one page to everything, what is stored to read and as a file, correcting, and who may see it."""

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest
from django.utils import timezone

from network.privacy.selectors import subject_of
from tests.factories import people
from tests.factories.sign_in import SignedInClient

pytestmark = pytest.mark.django_db

DATA, FILE = "/konto/daten/", "/konto/daten/daten.json"


def fresh(user):
    """Signed in just now, with the code from a mail."""
    client = SignedInClient()
    client.force_login(user)
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, user, "code", email=user.email)
    request.session.save()
    return client


@pytest.fixture
def amina(home):
    return people.representative(name="Amina Yıldız", email="amina@example.org")


def test_one_page_leads_to_all_pages_of_the_account(amina):
    page = fresh(amina.user).get("/konto/").content.decode()
    for way in (
        "/konto/name/", "/konto/email/", "/konto/sprache/", "/konto/password/change/", "/konto/2fa/",
        "/konto/sessions/", "/konto/e-mails/", "/konto/einwilligungen/", DATA, "/konto/loeschen/",
    ):  # fmt: skip
        assert f'href="{way}"' in page, way


def test_what_is_stored_is_read_on_a_page_and_is_the_same_in_the_file(amina):
    client = fresh(amina.user)
    page = client.get(DATA)
    assert "Amina Yıldız" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    answer = client.get(FILE)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="daten.json"'
    stored = json.loads(answer.content)
    person = next(section for section in stored["sections"] if section["name"] == "person")
    assert {"name": "name", "label": "Name", "value": "Amina Yıldız"} in person["entries"][0]
    for section in stored["sections"]:
        assert section["title"] in page.content.decode()


def test_it_speaks_the_language_of_the_page(amina):
    assert "What is stored about me" in fresh(amina.user).get("/en/konto/daten/").content.decode()


def test_a_sign_in_of_an_hour_ago_is_asked_once_more(amina):
    client = fresh(amina.user)
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        for path in (DATA, FILE, "/konto/loeschen/"):
            response = client.get(path)
            assert response.status_code == 302
            assert response["Location"].startswith("/konto/noch-einmal-einloggen/?next=")
        client.post("/konto/noch-einmal-einloggen/", {"next": DATA})
        assert "_auth_user_id" not in client.session


def test_whoever_has_a_password_is_asked_for_it(amina):
    amina.user.set_password("ein langes Geheimnis")
    amina.user.save()
    client = SignedInClient()
    client.force_login(amina.user)
    assert client.get(DATA)["Location"].startswith("/konto/reauthenticate/")


def test_signing_in_again_leads_nowhere_else(amina):
    response = fresh(amina.user).post("/konto/noch-einmal-einloggen/", {"next": "https://example.com/"})
    assert response["Location"].endswith("next=%2Fkonto%2F")


def test_the_name_is_corrected_and_a_name_of_blanks_is_not_taken(amina):
    client = fresh(amina.user)
    client.post("/konto/name/", {"name": "  Amina  Kaya "})
    amina.refresh_from_db()
    assert amina.name == "Amina Kaya"
    refused = client.post("/konto/name/", {"name": " \u200b "})
    assert "Bitte füllen Sie dieses Feld aus." in refused.content.decode()
    amina.refresh_from_db()
    assert amina.name == "Amina Kaya"


def test_an_address_that_was_only_typed_opens_nobody_elses_mail(amina):
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(user=amina.user, email="fremd@example.org", verified=False)
    assert subject_of(amina).addresses == {"amina@example.org"}


def test_a_family_address_is_nobodys_alone(home):
    child = people.person("Kind", email="familie@example.org")
    people.person("Elternteil", email="Familie@example.org")
    assert subject_of(child).addresses == frozenset()


def test_no_page_is_for_visitors(client, home):
    for path in ("/konto/", DATA, FILE, "/konto/loeschen/", "/konto/einwilligungen/", "/konto/e-mails/"):
        assert client.get(path)["Location"].startswith("/konto/login/"), path
