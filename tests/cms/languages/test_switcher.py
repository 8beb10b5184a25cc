"""The same page in every language, one click away, without a script and without knowing German."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import get_template
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale

from cms.pages.models import StandardPage
from cms.pages.services import languages_ensure
from tests.factories import events, people
from tests.factories.pages import home as home_fixture
from tests.factories.pages import make_page, section_of
from tests.factories.pages import mo as mo_fixture

home, mo = home_fixture, mo_fixture
CODES = ["de", "de-simple", "en", "ar"]


@pytest.fixture
def site(mo):
    languages_ensure()
    section_of(mo).save_revision().publish()
    return section_of(mo)


def soup(client, address, method="get", **data):
    response = getattr(client, method)(address, data)
    return BeautifulSoup(response.content, "html.parser")


def languages(page):
    """Code → address; None for the current one."""
    [switcher] = page.header.select("nav.languages")
    return {item["lang"]: item.get("href") for item in switcher.select("[lang]")}


def alternates(page):
    return {link["hreflang"]: link["href"] for link in page.head.find_all("link", rel="alternate")}


def test_every_language_is_named_in_itself_and_says_how_it_runs(client, site):
    items = soup(client, "/").select("nav.languages [lang]")

    assert [item.get_text() for item in items] == ["Deutsch", "Leichte Sprache", "English", "العربية"]
    assert [item["lang"] for item in items] == CODES
    assert [item["dir"] for item in items] == ["ltr", "ltr", "ltr", "rtl"]
    assert [item.get("hreflang") for item in items] == [None, "de-simple", "en", "ar"]
    assert [item.get("aria-current") for item in items] == ["true", None, None, None]


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_its_own_language_and_direction(client, site, code):
    page = soup(client, "/" if code == "de" else f"/{code}/")

    assert (page.html["lang"], page.html["dir"]) == (code, "rtl" if code == "ar" else "ltr")
    assert languages(page)[code] is None


def test_a_page_leads_to_its_aliases_and_to_its_translation_where_that_is_called_otherwise(client, site):
    page = make_page(site, "Beratung")
    english = page.get_translation(Locale.objects.get(language_code="en")).specific
    ConvertAliasPageAction(english).execute()
    english = StandardPage.objects.get(pk=english.pk)
    english.title, english.slug = "Advice", "advice"
    english.save_revision().publish()

    expected = {
        "de": "/migrantenorganisationen/beratung/",
        "de-simple": "/de-simple/migrantenorganisationen/beratung/",
        "en": "/en/migrantenorganisationen/advice/",
        "ar": "/ar/migrantenorganisationen/beratung/",
    }
    for code, address in expected.items():
        assert languages(soup(client, address)) == {**expected, code: None}


def test_an_event_a_list_and_a_form_stay_where_they_are_with_their_query(client, site):
    event = events.published("Treffen", actor=people.publisher("mo"))
    for path, query in [("/termine/", "?seite=1"), (event.get_absolute_url(), ""), ("/mitmachen/", "?a=b&c=d")]:
        assert languages(soup(client, path + query)) == {
            "de": None, "de-simple": f"/de-simple{path}{query}", "en": f"/en{path}{query}", "ar": f"/ar{path}{query}",
        }  # fmt: skip
        assert languages(soup(client, f"/ar{path}{query}"))["de"] == path + query


def test_a_form_with_mistakes_leads_to_the_empty_form(client, site):
    page = soup(client, "/en/mitmachen/", "post", name="")

    assert page.select(".error-summary")
    assert languages(page)["ar"] == "/ar/mitmachen/"


@pytest.mark.parametrize("address", ["/konto/login/", "/barriere-melden/?seite=%2Ftermine%2F"])
def test_account_pages_and_forms_keep_where_one_came_from(client, site, address):
    assert languages(soup(client, address))["en"] == f"/en{address}"


@pytest.mark.parametrize(
    ("way_on", "in_arabic"),
    [
        ("/mitglieder/", "/ar/mitglieder/"),
        ("/en/mitglieder/?seite=2", "/ar/mitglieder/%3Fseite%3D2"),
        ("/", "/ar/"),
        ("/redaktion/", "/redaktion/"),
        ("/ueber-uns/", "/ueber-uns/"),  # a page of Wagtail: its slug may be another in Arabic
        ("/gibt/es/nicht/", "/gibt/es/nicht/"),
        ("https://boese.example/mitglieder/", "https%3A//boese.example/mitglieder/"),
        ("//boese.example/mitglieder/", "//boese.example/mitglieder/"),
        ("mitglieder/", "mitglieder/"),
    ],
)
def test_who_changes_the_language_while_signing_in_goes_on_in_it(client, site, way_on, in_arabic):
    page = soup(client, "/en/konto/login/", next=way_on)

    assert languages(page)["ar"] == f"/ar/konto/login/?next={in_arabic}"


@pytest.mark.parametrize("address", ["/gibt-es-nicht/", "/ar/gibt-es-nicht/?a=b", "/termine/nichts-99999/"])
def test_an_error_page_leads_home(client, site, address):
    links = languages(soup(client, address))

    expected = {"de": "/", "de-simple": "/de-simple/", "en": "/en/", "ar": "/ar/"}
    assert {code: link or expected[code] for code, link in links.items()} == expected


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_pages_for_broken_requests_lead_home_without_request_and_database(name):
    page = BeautifulSoup(get_template(name).render(), "html.parser")

    assert languages(page) == {"de": None, "de-simple": "/de-simple/", "en": "/en/", "ar": "/ar/"}


def test_a_language_in_which_the_page_is_offline_leads_home(client, site):
    page = make_page(site, "Beratung")
    page.get_translation(Locale.objects.get(language_code="ar")).unpublish()

    assert languages(soup(client, page.url))["ar"] == "/ar/"


# --- For search engines ----------------------------------------------------------------------------
def test_search_engines_learn_of_real_translations_only(client, site, settings):
    settings.BASE_URL = "https://netz.example.net"
    page = make_page(site, "Beratung")
    english = page.get_translation(Locale.objects.get(language_code="en")).specific
    ConvertAliasPageAction(english).execute()
    StandardPage.objects.get(pk=english.pk).save_revision().publish()

    base = "https://netz.example.net"
    expected = {
        "de": f"{base}{page.url}",
        "en": f"{base}/en{page.url}",
        "x-default": f"{base}{page.url}",
    }
    assert alternates(soup(client, page.url)) == alternates(soup(client, f"/en{page.url}")) == expected
    alias = soup(client, f"/ar{page.url}")
    assert alternates(alias) == {}
    assert alias.head.find("link", rel="canonical")["href"] == f"{base}{page.url}"


def test_views_exist_in_every_language(client, site):
    found = alternates(soup(client, "/ar/termine/"))

    assert list(found) == [*CODES, "x-default"]
    assert found["x-default"] == found["de"]
    assert alternates(soup(client, "/termine/?seite=1")) == {}


@pytest.mark.parametrize("address", ["/konto/login/", "/gibt-es-nicht/", "/mitgesendet/"])
def test_pages_nobody_should_find_say_nothing(client, site, address):
    assert alternates(soup(client, address)) == {}


# --- What it costs -----------------------------------------------------------------------------------
def test_it_asks_once_for_a_page_and_never_for_a_view(client, site, django_assert_num_queries, rf):
    from cms.languages.selectors import language_alternates, language_links

    page = make_page(site, "Beratung")
    request = rf.get(page.url)
    page.get_url(request)  # the paths of the site are kept for an hour
    with django_assert_num_queries(1):
        language_links(request, page)
        language_alternates(request, page)
    with django_assert_num_queries(0):
        language_links(rf.get("/termine/"))
