"""The pages are found: without links, in every language, and each by a title of its own."""

from collections import defaultdict

import pytest

from tests.e2e.access.combinations import ALL_LOOKS, LANGUAGES, is_thorough, sampled_look

pytestmark = pytest.mark.browser  # needs the running product, which only a browser run starts


def addresses(site_map, who, language="de"):
    return {page.address for page in site_map[who].pages_in(language)}


def test_pages_are_found_by_links_by_rows_and_in_the_tree(site_map):
    found = addresses(site_map, "visitor")
    assert {"/", "/termine/", "/mitmachen/", "/impressum/", "/datenschutz/", "/barriere-melden/", "/demo/"} <= found
    assert {"/mitmachen/gesendet/", "/konto/inactive/", "/konto/login/"} <= found, "no link leads there"
    assert any(address.startswith("/mitmachen/bestaetigen/") for address in found), "only a mail leads there"
    assert any(address.startswith("/_fehler/500") for address in found)


def test_members_pages_are_found_and_those_behind_the_second_factor(site_map):
    assert "/mitglieder/" in addresses(site_map, "representative")
    assert any(address.endswith("/anmelden/") for address in addresses(site_map, "representative"))
    assert "/konto/2fa/recovery-codes/" in addresses(site_map, "secured")


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "de"])
def test_every_language_has_what_visitors_need(site_map, language):
    found = addresses(site_map, "visitor", language)
    assert {f"/{language}/{page}" for page in ("", "termine/", "mitmachen/", "konto/login/")} <= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_have_the_same_title(site_map, language):
    """WCAG 2.4.2. Nobody finds the right one among open tabs otherwise."""
    by_title = defaultdict(set)
    for page in site_map["visitor"].pages_in(language):
        if page.status == 200:
            by_title[page.title].add(page.address.partition("?")[0])
    assert {title: found for title, found in by_title.items() if len(found) > 1} == {}


def test_the_sample_lets_every_two_values_meet():
    pages = range(len(ALL_LOOKS))
    seen = {(number, language, *sampled_look(language, number)) for number in pages for language in LANGUAGES}
    for number in pages:
        assert {look[2:] for look in seen if look[0] == number} == set(ALL_LOOKS), "each page in every look"
    for language in LANGUAGES:
        assert {look[2:] for look in seen if look[1] == language} == set(ALL_LOOKS), "each language in every look"
    for number in pages:
        assert sum(is_thorough(language, number, full=False) for language in LANGUAGES) == 1
