"""German text in a page of another language says that it is German; words of our own never do."""

import pytest
from bs4 import BeautifulSoup

from cms.pages.services import languages_ensure
from tests.factories.pages import home as home_fixture
from tests.factories.pages import make_legal_notice, make_page, section_of
from tests.factories.pages import mo as mo_fixture

home, mo = home_fixture, mo_fixture
SOURCE = {"source_title": "Unsere Zählung", "source_url": "https://example.org/"}
BODY = [
    {"type": "heading", "value": {"text": "Überschrift", "level": "2"}},
    {"type": "text", "value": "<p>Fließtext</p>"},
    {"type": "notice", "value": {"text": "Hinweistext", "kind": "", "ends_on": "2999-01-01"}},
    {"type": "key_figure", "value": {"value": "über 40", "label": "Vereine", "as_of": "2025-11-07",
                                     "next_review": "2026-11-07", **SOURCE}},
    {"type": "programme_state", "value": {"name": "Programmname", "state": "ended", "as_of": "2025-11-07",
                                          "text": "<p>Ausgelaufen</p>", **SOURCE}},
    {"type": "external_link", "value": {"title": "Linktitel", "url": "https://example.org/", "provider": "Anbieterin",
                                        "text": "Linktext", "checked_on": "2025-11-07"}},
    {"type": "call_to_action", "value": {"text": "Satz davor", "label": "Aufschrift",
                                         "destination": "programme:event_list", "page": None, "url": ""}},
]  # fmt: skip
TYPED = [
    "Überschrift", "Fließtext", "Hinweistext", "über 40", "Vereine", "Unsere Zählung", "Programmname", "Ausgelaufen",
    "Linktitel", "Anbieterin", "Linktext", "Satz davor", "Aufschrift", "Seitentitel", "Einleitungssatz",
]  # fmt: skip


@pytest.fixture
def section(mo):
    languages_ensure()
    section_of(mo).save_revision().publish()
    return section_of(mo)


def soup(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def language_of(text):
    return next((parent["lang"] for parent in text.parents if parent.get("lang")), None)


def languages_of(page, words):
    """The language each occurrence of `words` in the page is marked with."""
    return {language_of(found) for found in page.find_all(string=lambda text: text and words in text)}


def test_what_editors_typed_is_marked_wherever_it_stands(client, section):
    page = make_page(section, "Seitentitel", introduction="Einleitungssatz", body=BODY)
    make_page(page, "Unterseite")

    english = soup(client, f"/en{page.url}")

    assert {words: languages_of(english, words) for words in TYPED} == {words: {"de"} for words in TYPED}
    assert languages_of(english, "Unterseite") == {"de"}
    assert languages_of(english, "2025") == {"en"}
    assert english.find(string=lambda text: "2025" in text).find_parent("time")
    german = soup(client, page.url)
    assert german.find_all(lang="de") == [german.html, german.select_one("nav.languages [lang=de]")]


def test_a_notice_in_the_visitors_language_says_that_the_page_is_german(client, section):
    page = make_page(section, "Seitentitel")

    def notices(address):
        return [notice.get_text(strip=True) for notice in soup(client, address).main.select(".notice")]

    assert notices(page.url) == []
    for code in ("en", "ar", "de-simple"):
        [words] = notices(f"/{code}{page.url}")
        assert words
    assert "Deutsch" not in notices(f"/en{page.url}")[0]


def test_a_link_and_a_button_to_another_page_stay_in_the_language(client, section):
    target = make_page(section, "Ziel")
    body = [
        {"type": "text", "value": f'<p><a linktype="page" id="{target.pk}">dorthin</a></p>'},
        {"type": "call_to_action",
         "value": {"text": "", "label": "Hin", "destination": "", "page": target.pk, "url": ""}},
    ]  # fmt: skip
    page = make_page(section, "Seitentitel", body=body)

    links = soup(client, f"/ar{page.url}").main.find_all("a", string=["dorthin", "Hin"])

    assert [link["href"] for link in links] == [f"/ar{target.url}"] * 2


def test_legal_facts_are_marked_too(client, home, section):
    make_legal_notice(home).save_revision().publish()

    page = soup(client, "/en/impressum/")

    for words in ("Beispielverein e.V.", "Beispielweg 1", "Amtsgericht Frankfurt", "Impressum"):
        assert languages_of(page, words) == {"de"}, words
