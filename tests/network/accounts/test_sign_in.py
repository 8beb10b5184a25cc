"""Signing in with a code by mail: the way to where one wanted to go is kept, and errors say what to do next."""

import pytest
from bs4 import BeautifulSoup

from network.messaging.models import OutboxMessage
from tests.factories import people

pytestmark = pytest.mark.django_db

ASK, ENTER = "/konto/login/code/", "/konto/login/code/confirm/"
MEETING = "/mitglieder/?seite=2"
NEXT = "?next=%2Fmitglieder%2F%3Fseite%3D2"
ANEW = f"/konto/login/{NEXT}"


@pytest.fixture
def asked(client):
    people.member(email="amina@example.org")
    assert client.post(ASK, {"email": "amina@example.org", "next": MEETING}).url == ENTER + NEXT
    return client


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def wrong(client, times=1):
    for _ in range(times):
        response = client.post(ENTER + NEXT, {"code": "000000001", "next": MEETING})
    return response


class TestTheWayOn:
    @pytest.mark.parametrize("address", ["/konto/login/", ASK])
    def test_every_form_to_sign_in_names_it_in_its_address(self, client, address):
        forms = soup(client.get(address, {"next": MEETING})).main.find_all("form")
        assert forms
        assert all(form["action"].endswith(NEXT) for form in forms)

    def test_a_wrong_code_and_then_another_language(self, asked):
        form = soup(asked.get(ENTER + NEXT)).main.find("form")
        page = soup(asked.post(form["action"], {"code": "000000001", "next": MEETING}))
        link = page.header.select_one("nav.languages [lang=en]")["href"]
        page = soup(asked.get(link))
        assert page.main.find("input", attrs={"name": "next"})["value"] == "/en/mitglieder/?seite=2"

    def test_three_wrong_codes(self, asked):
        response = wrong(asked, 3)
        assert response.url == ANEW

    def test_a_sign_in_that_is_over(self, client):
        assert client.get(ENTER + NEXT).url == ANEW

    def test_never_to_another_website(self, client):
        assert client.get(f"{ENTER}?next=https://boese.example/").url == "/konto/login/"


class TestThreeWrongCodes:
    def test_it_is_said_on_the_usual_page_and_a_new_one_can_be_had(self, asked):
        page = soup(asked.get(wrong(asked, 3).url))
        assert "Der Code war dreimal falsch. Lassen Sie sich einen neuen schicken." in page.get_text()
        assert "Too many" not in page.get_text()
        assert page.h1.get_text() == "Einloggen"
        asked.post(page.main.form["action"], {"email": "amina@example.org"})
        assert OutboxMessage.objects.count() == 2


class TestTooManyCodes:
    def test_the_minutes_are_said_and_the_address_stays(self, asked):
        for _ in range(3):
            asked.cookies.clear()
            response = asked.post(ASK, {"email": "amina@example.org", "next": MEETING})
        assert (response.status_code, response["Retry-After"]) == (429, "60")
        page = soup(response)
        assert "In 1 Minute schicken wir Ihnen gerne einen neuen." in page.get_text()
        assert page.find("input", type="email")["value"] == "amina@example.org"
        assert page.h1.get_text() == "Einloggen"

    def test_a_mistyped_address_is_no_haste(self, client):
        assert client.post(ASK, {"email": "amina"}).status_code == 200


class TestTheCodePage:
    def test_where_the_code_went_is_said_once(self, asked):
        assert soup(asked.get(ENTER)).get_text().count("amina@example.org") == 1

    def test_a_new_code_is_announced(self, asked):
        page = soup(asked.post(ENTER, {"action": "resend"}, follow=True))
        assert "Wir haben Ihnen einen neuen Code geschickt." in page.get_text()

    def test_a_phone_shows_its_number_keys(self, asked):
        field = soup(asked.get(ENTER)).find("input", attrs={"name": "code"})
        assert field["inputmode"] == "numeric"
        assert not field.has_attr("placeholder")
