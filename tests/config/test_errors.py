"""What went wrong is said in the visitor's language, with a way on, and without what may be broken."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.utils import translation

from config import errors
from tests.factories.pages import make_home, make_page, make_unit, section_of

LANGUAGES = ["de", "de-simple", "en", "ar"]


def read(response):
    return BeautifulSoup(response.content, "html.parser")


def request_for(path="/", accept=""):
    return RequestFactory().get(path, headers={"accept-language": accept} if accept else {})


@pytest.fixture
def broken_database(db):
    """Every query fails, as with a database that is down."""

    def refuse(*_args):
        raise OperationalError("the database is down")

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def raising_client():
    return Client(raise_request_exception=False)


# --- The visitor's language -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "accept", "language"),
    [
        ("/ar/gibt-es-nicht/", "en", "ar"),
        ("/de-simple/gibt-es-nicht/", "", "de-simple"),
        ("/gibt-es-nicht/", "ar-SY,de;q=0.5", "ar"),
        ("/gibt-es-nicht/", "uk,en;q=0.8", "en"),
        ("/gibt-es-nicht/", "tlh", "de"),
        ("/gibt-es-nicht/", ";;q=x,*;q=2," + "a" * 600, "de"),
        ("/gibt-es-nicht/", "", "de"),
    ],
)
def test_it_is_that_of_the_address_else_of_the_browser_else_german(path, accept, language):
    with translation.override("en"):  # left behind by another request in this thread
        response = errors.server_error(request_for(path, accept))

    assert read(response).html["lang"] == response.headers["Content-Language"] == language
    assert "Accept-Language" in response.headers["Vary"]
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(client, language):
    response = client.get("/gibt-es-nicht/" if language == "de" else f"/{language}/gibt-es-nicht/")

    page = read(response)
    assert response.status_code == 404
    assert (page.html["lang"], page.html["dir"]) == (language, "rtl" if language == "ar" else "ltr")
    home = page.main.find(class_="button")["href"]
    assert home == ("/" if language == "de" else f"/{language}/")


# --- 400, 500 and 503 need nothing ------------------------------------------------------------------
@pytest.mark.parametrize("status", [400, 500, 503])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_page_asks_for_no_database_and_leads_on(status, language):
    """Without the `db` fixture pytest-django refuses every query; the request has neither session nor user."""
    response = errors.bare_page(request_for(f"/{language}/"), status)

    page = read(response)
    assert response.status_code == status
    assert len(page.find_all("h1")) == 1
    assert page.main.find("a", href="/" if language == "de" else f"/{language}/")
    assert page.main.find("a", href="mailto:netz@example.org")


def test_a_database_that_is_down_is_our_fault_and_said_so(raising_client, broken_database):
    response = raising_client.get("/en/termine/")

    assert response.status_code == 500
    assert read(response).html["lang"] == "en"
    assert "OperationalError" not in response.content.decode()


def test_when_even_the_page_for_it_fails_a_line_says_so(monkeypatch):
    def fail(*_args):
        raise ValueError("a file of the manifest is missing")

    monkeypatch.setattr("config.errors.render_to_string", fail)
    response = errors.server_error(request_for())

    assert response.status_code == 500
    assert "Bei uns ist etwas kaputt" in response.content.decode()


def test_a_broken_request_gets_the_page_for_it(raising_client, monkeypatch, db):
    def refuse(*_args, **_kwargs):
        raise SuspiciousOperation("technical words")

    monkeypatch.setattr("events.programme.views.EventListView.get_queryset", refuse)
    response = raising_client.get("/termine/", headers={"accept-language": "de"})

    assert response.status_code == 400
    assert "nicht verstanden" in response.content.decode()
    assert "technical" not in response.content.decode()


def test_a_host_that_is_not_ours_gets_the_page_for_it(raising_client, settings, db):
    settings.ALLOWED_HOSTS = ["netz.example.org"]

    assert raising_client.get("/termine/", headers={"host": "evil.example"}).status_code == 400


# --- 403, 404, 410, 429 -----------------------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.parametrize("status", [403, 404, 410, 429])
def test_a_framed_page_leads_on(status):
    response = errors._framed_page(request_for("/termine/", "de"), status, minutes=5)

    page = read(response)
    hrefs = [link["href"] for link in page.main.find_all("a")]
    assert len(page.find_all("h1")) == 1
    assert "/" in hrefs
    assert "mailto:netz@example.org" in hrefs
    assert ("/termine/" in hrefs and "/barriere-melden/?seite=%2Ftermine%2F" in hrefs) or status == 429


@pytest.mark.django_db
def test_who_is_signed_in_is_not_sent_to_sign_in_again(client, django_user_model):
    """That page would send them straight back here."""
    client.force_login(django_user_model.objects.create_user("jemand@example.org"))

    page = read(client.get("/redaktion/login/"))

    assert not page.main.find("a", href=lambda href: "/konto/login/" in href)
    assert page.main.find("a", href="/konto/logout/")


@pytest.mark.django_db
class TestGone:
    @pytest.fixture
    def section(self):
        make_home()
        return section_of(make_unit("mo"))

    def test_what_everybody_could_read_once_is_gone(self, client, section):
        page = make_page(section, "Sommerfest")
        page.unpublish()

        response = client.get(page.get_url_parts()[2])

        assert response.status_code == 410
        assert "nicht mehr" in read(response).h1.get_text()

    def test_a_draft_was_never_there(self, client, section):
        page = make_page(section, "Entwurf", live=False)

        assert client.get(page.get_url_parts()[2]).status_code == 404

    def test_what_was_for_some_only_is_not_told_of(self, client, section):
        page = make_page(section, "Intern")
        page.view_restrictions.create(restriction_type="login")
        page.unpublish()

        assert client.get(page.get_url_parts()[2]).status_code == 404


@pytest.mark.django_db
def test_too_many_tries_to_sign_in_say_when_to_go_on(client):
    for _number in range(6):  # allauth lets five a minute pass
        response = client.post("/en/konto/password/reset/", {"email": "jemand@example.org"})

    page = read(response)
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "300"
    assert page.html["lang"] == "en"
    assert page.main.find("a", href="")


# --- A form whose protection did not match ------------------------------------------------------------
TYPED = {"name": "Verein Brücke", "contact_name": "Amina Haddad", "email": "amina@example.org", "postal_code": "63450"}


@pytest.mark.django_db
class TestRefusedForm:
    @pytest.fixture
    def browser(self):
        return Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})

    def test_it_comes_back_with_what_was_typed(self, browser):
        browser.get("/mitmachen/")
        response = browser.post("/mitmachen/", TYPED | {"csrfmiddlewaretoken": "x" * 64})

        page = read(response)
        assert response.status_code == 403
        for name, typed in TYPED.items():
            assert page.find(attrs={"name": name})["value"] == typed
        assert "noch einmal ab" in page.find(class_="error-summary").get_text()
        assert "CSRF" not in response.content.decode(), "the technical reason belongs into the log"

    def test_without_cookies_it_says_what_to_do_each_time(self, browser):
        for _number in range(2):
            browser.get("/barriere-melden/")
            browser.cookies.clear()
            response = browser.post("/barriere-melden/", {"text": "Zu kleine Schrift"})

            page = read(response)
            assert response.status_code == 403
            assert page.find("textarea").get_text().strip() == "Zu kleine Schrift"
            summary = page.find(class_="error-summary").get_text()
            assert "Cookie" in summary
            assert "netz@example.org" in summary

    def test_nothing_is_done(self, browser):
        from cms.feedback.models import BarrierReport

        browser.post("/barriere-melden/", {"text": "Zu kleine Schrift"})

        assert not BarrierReport.objects.exists()

    @pytest.mark.parametrize("origin", ["https://evil.example", "null", None])
    def test_a_form_sent_by_others_is_not_shown(self, origin):
        headers = {"origin": origin} if origin else {}
        response = Client(enforce_csrf_checks=True, headers=headers).post("/mitmachen/", TYPED)

        assert response.status_code == 403
        assert "Amina Haddad" not in response.content.decode()

    def test_the_sign_in_has_a_page_that_says_how_to_go_on(self, browser):
        response = browser.post("/konto/login/", {"login": "amina@example.org", "password": "x"})

        page = read(response)
        assert response.status_code == 403
        assert "Cookies" in page.h1.get_text()
        assert page.main.find("a", href="/konto/login/")
        assert page.main.find("a", href="mailto:netz@example.org")
