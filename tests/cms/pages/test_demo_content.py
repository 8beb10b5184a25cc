"""The demo's pages: complete, dated, published once, and not posing as anybody's site."""

import html
import re

import pytest
from django.db import transaction
from wagtail.models import Page, Site

from cms.pages.models import LegalNoticeCarrier, SectionPage, SitePage, StandardPage
from cms.pages.services import home_page_ensure, languages_ensure
from config.demo.content import pages_load
from config.demo.content.languages import TRANSLATIONS
from tests.access.german import german_in, own_german_words
from tests.factories.pages import make_unit


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo, written once for all tests of this file, and taken back after the last one."""
    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
        home, _ = home_page_ensure(title="Vielfaltsnetz Hessen")
        Site.objects.update(root_page=home)
        make_unit("mo")
        make_unit("lotsen")
        languages_ensure()
        titles = pages_load()
        yield titles
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


@pytest.fixture
def demo(loaded, db):
    Site.clear_site_root_paths_cache()
    return loaded


def pages():
    return [page for page in Page.objects.filter(depth__gt=1).live().specific() if type(page) is not Page]


def test_every_page_answers_and_asks_nobody_else(demo, client):
    assert len(pages()) >= 14
    for page in pages():
        response = client.get(page.get_url())
        assert response.status_code == 200, page
        assert 'src="http' not in response.content.decode(), page


def test_a_second_run_changes_nothing(demo):
    StandardPage.objects.update(title="Von jemandem geändert")
    before = Page.objects.count()

    assert pages_load() == []
    assert Page.objects.count() == before
    assert not StandardPage.objects.exclude(title="Von jemandem geändert").exists()
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("code", ["en", "ar", "de-simple"])
def test_what_a_visitor_meets_first_is_translated_and_the_rest_stands_there_in_german(demo, client, code):
    texts = TRANSLATIONS[code]
    tree = [page for page in pages() if page.locale.language_code == code]

    translated = [page for page in tree if page.alias_of_id is None]
    assert {page.title for page in translated} == {text.title for text in texts.values()}
    assert {page.content_language for page in translated} == {code}
    assert len(translated) == 6
    assert len(tree) >= 14
    home = client.get(f"/{code}/").content.decode()
    assert texts[""].introduction in html.unescape(home)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_german_says_that_it_is_german(demo, client, code):
    own_words = own_german_words(code)
    for page in pages():
        if page.locale.language_code == code:
            assert german_in(client.get(page.get_url()).content, own_words) == [], page


def test_leichte_sprache_keeps_its_sentences_short(demo):
    for text in TRANSLATIONS["de-simple"].values():
        body = " ".join(str(block["value"]) for block in text.body if block["type"] in {"text", "heading"})
        sentences = re.split(r"[.?!:]\s|[.?!]?<", f"{text.introduction} {body}")
        assert [sentence for sentence in sentences if len(sentence.split()) > 12] == []


def test_both_units_have_their_section_online(demo):
    assert set(SectionPage.objects.live().values_list("unit__code", flat=True)) == {"mo", "lotsen"}


def test_every_block_passes_the_editors_own_rules(demo):
    """The demo is written by code, which no form checks: dates, sources and targets are checked here."""
    for page in pages():
        if isinstance(page, SitePage):
            page.body.stream_block.clean(page.body)


def test_figures_and_programmes_are_there_with_their_dates(demo, client):
    lotsen = client.get("/wir-lotsinnen/").content.decode()
    programme = client.get("/landesprogramm-wir/").content.decode()
    course = client.get("/gut-zu-wissen/integrationskurs-mit-kind/").content.decode()

    assert "über 1.100" in lotsen
    assert "56 Standorten" in lotsen
    assert "7. November 2025" in lotsen
    assert "WIR-Vielfaltszentren" in programme
    assert "Regierungspräsidium Darmstadt" in programme
    assert "beendet" in course
    assert "31. Dezember 2023" in course


def test_the_operators_are_said_to_be_invented(demo, client):
    assert all("erfunden" in carrier.name for carrier in LegalNoticeCarrier.objects.all())
    assert "erfunden" in client.get("/impressum/").content.decode()


def test_the_menu_leads_to_the_sections_and_shared_pages(demo, client):
    text = client.get("/").content.decode()

    for address in ("/migrantenorganisationen/", "/wir-lotsinnen/", "/landesprogramm-wir/", "/familienzentren/"):
        assert f'href="{address}"' in text
