"""The demo's one click: the way everybody takes, with the code of the phone that nobody holds filled in."""

import pytest
from bs4 import BeautifulSoup

from config.demo.load import role_load, second_factor_load
from config.demo.people import ROLES
from tests.factories import people
from tests.factories.sign_in import SignedInClient

pytestmark = pytest.mark.django_db

EDITOR, REPRESENTATIVE = "leitung.mo@example.org", "vertretung@example.org"
SECOND_STEP = "/konto/2fa/authenticate/"


@pytest.fixture(autouse=True)
def demo(settings):
    """The demo's addresses and forms, without its thousand samples."""
    settings.ROOT_URLCONF = "tests.access.demo_urls"
    settings.MFA_FORMS = {"authenticate": "config.demo.forms.DemoAuthenticateForm"}
    settings.MFA_TOTP_TOLERANCE = 10
    people.unit("mo")
    for email in (EDITOR, REPRESENTATIVE):
        user = role_load(next(role for role in ROLES if role.email == email))
        if email == EDITOR:
            second_factor_load(user)


def code_shown(client):
    page = BeautifulSoup(client.get(SECOND_STEP).content, "html.parser")
    code = page.find("input", {"name": "code"})["value"]
    assert code in page.find(class_="field-help").get_text()
    return code


def test_a_representative_is_in_at_once(client):
    assert client.post("/demo/anmelden/", {"email": REPRESENTATIVE}).url == "/mitglieder/"
    assert client.get("/mitglieder/").status_code == 200


def test_an_editor_is_asked_for_the_code_that_is_filled_in(client):
    assert client.post("/demo/anmelden/", {"email": EDITOR}).url == SECOND_STEP
    assert client.get("/redaktion/").status_code == 302
    assert client.post(SECOND_STEP, {"code": code_shown(client)}).url == "/redaktion/"
    assert client.get("/redaktion/").status_code == 200


def test_the_check_is_the_real_one(client):
    client.post("/demo/anmelden/", {"email": EDITOR})
    assert client.post(SECOND_STEP, {"code": "000000"}).status_code == 200
    assert client.get("/redaktion/").status_code == 302


def test_the_code_may_be_typed_in_arabic_digits(client):
    client.post("/demo/anmelden/", {"email": EDITOR})
    code = code_shown(client).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert client.post(SECOND_STEP, {"code": code}).url == "/redaktion/"


def test_nobody_waits_for_the_next_code(client):
    for browser in (client, SignedInClient(), SignedInClient()):
        browser.post("/demo/anmelden/", {"email": EDITOR})
        assert browser.post(SECOND_STEP, {"code": code_shown(browser)}).url == "/redaktion/"
