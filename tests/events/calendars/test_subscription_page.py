"""The members' page with one's own calendar addresses."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from events.calendars import tokens
from events.calendars.models import FeedToken
from tests.factories.calendars import person_create, token_create

pytestmark = pytest.mark.django_db

URL = "/mitglieder/kalender/"


@pytest.fixture
def amina(client, django_user_model):
    user = django_user_model.objects.create_user("amina@example.org")
    client.force_login(user)
    return person_create("Amina Yıldız", user=user)


def addresses(response):
    return re.findall(r'href="(\w+://[^"]+/kalender/p/[^"]+)"', response.content.decode())


def test_visitors_are_asked_to_sign_in(client):
    for response in (client.get(URL), client.post(URL, {"name": "Handy"}), client.post(f"{URL}1/widerrufen/")):
        assert response.status_code == 302
        assert response["Location"].startswith("/konto/")


def test_a_new_address_is_shown_once_and_works(client, amina):
    response = client.post(URL, {"name": "Handy"}, follow=True)
    webcal, https = addresses(response)
    assert webcal.partition("://")[::2] == ("webcal", https.partition("://")[2])
    assert client.get("/" + https.split("/", 3)[3]).status_code == 200
    assert addresses(client.get(URL)) == []
    assert not any("calendars" in key for key in client.session.keys())  # noqa: SIM118  (a session is no dict)


def test_pages_with_a_secret_are_stored_nowhere(client, amina):
    response = client.post(URL, {"name": "Handy"}, follow=True)
    assert "no-store" in response["Cache-Control"]


def test_an_address_left_unseen_is_not_shown_later(client, amina):
    client.post(URL, {"name": "Handy"})
    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        assert addresses(client.get(URL)) == []
    assert addresses(client.get(URL)) == []


def test_the_list_shows_ones_own_open_addresses(client, amina):
    token_create(amina, "Büro")
    token_create(person_create("Ben"), "Bens Handy")
    page = client.get(URL).content.decode()
    assert "Büro" in page
    assert "noch nie" in page
    assert "Bens Handy" not in page


def test_the_cell_of_a_button_is_not_named_twice(client, amina):
    token_create(amina, "Büro")
    assert 'data-label="Widerrufen"' not in client.get(URL).content.decode()


def test_revoking(client, amina):
    token, secret = token_create(amina, "Büro")
    response = client.post(f"{URL}{token.pk}/widerrufen/", follow=True)
    assert "Die Adresse „Büro“ ist widerrufen." in response.content.decode()
    assert client.get(f"/kalender/p/{secret}.ics").status_code == 404
    assert client.post(f"{URL}{token.pk}/widerrufen/", follow=True).status_code == 200


def test_the_addresses_of_others_cannot_be_revoked_or_told_from_unknown_ones(client, amina):
    token, secret = token_create(person_create("Ben"))
    assert client.post(f"{URL}{token.pk}/widerrufen/").status_code == 404
    assert client.post(f"{URL}{token.pk + 1}/widerrufen/").status_code == 404
    assert client.get(f"/kalender/p/{secret}.ics").status_code == 200


def test_revoking_is_no_link(client, amina):
    token, _secret = token_create(amina)
    assert client.get(f"{URL}{token.pk}/widerrufen/").status_code == 405


def test_forms_need_their_csrf_token(client, amina):
    client.handler.enforce_csrf_checks = True
    assert client.post(URL, {"name": "Handy"}).status_code == 403
    assert not FeedToken.objects.exists()


@pytest.mark.parametrize("name", ["", "   ", "\u202e", "x" * 61])
def test_a_name_that_does_not_do_is_said_beside_the_field(client, amina, name):
    response = client.post(URL, {"name": name})
    page = response.content.decode()
    assert response.status_code == 200
    assert 'aria-invalid="true"' in page
    assert "error-summary" in page
    assert not FeedToken.objects.exists()


def test_a_name_is_text(client, amina):
    response = client.post(URL, {"name": "<script>alert(1)</script>\u202e"}, follow=True)
    assert b"<script>alert" not in response.content
    assert FeedToken.objects.get().name == "<script>alert(1)</script>"


def test_too_many_addresses_are_refused_in_words(client, amina, monkeypatch):
    monkeypatch.setattr(tokens, "TOKENS_PER_PERSON", 1)
    token_create(amina)
    page = client.post(URL, {"name": "Zweites"}).content.decode()
    assert "Sie haben schon 1 Adressen" in page
    assert 'value="Zweites"' in page


@pytest.mark.parametrize("count", [1, 3])
def test_reads_do_not_grow_with_the_addresses(client, amina, count, django_assert_max_num_queries):
    for number in range(count):
        token_create(amina, f"Nr. {number}")
    with django_assert_max_num_queries(12):
        assert client.get(URL).status_code == 200


@pytest.mark.parametrize(("prefix", "query"), [("", ""), ("/ar", "?lang=ar"), ("/de-simple", "?lang=de-simple")])
def test_an_address_speaks_the_language_of_the_page_it_was_made_on(client, amina, prefix, query):
    response = client.post(f"{prefix}{URL}", {"name": "Handy"}, follow=True)
    assert response.redirect_chain[-1][0] == f"{prefix}{URL}"
    webcal, https = addresses(response)
    assert webcal.endswith(f".ics{query}")
    assert https.endswith(f".ics{query}")
    assert client.get("/" + https.split("/", 3)[3]).headers["Content-Language"] == (prefix[1:] or "de")
