"""What is still German is called German everywhere, also where somebody has begun a translation."""

import pytest
from bs4 import BeautifulSoup
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale, Page

from cms.languages.text_language import with_text_language
from tests.factories.pages import make_page, section_of


@pytest.fixture
def section(mo, english):
    section = section_of(mo)
    section.save_revision().publish()
    return section_of(mo)


def in_english(page):
    return page.get_translation(Locale.objects.get(language_code="en")).specific


def begun(page):
    """Its English alias, converted by an editor who has not published anything yet."""
    ConvertAliasPageAction(in_english(page)).execute()
    return in_english(page)


def translated(page, title):
    english = begun(page)
    english.title, english.slug = title, title.lower()
    english.save_revision().publish()
    return in_english(page)


def soup(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def alternates(page):
    return [link["hreflang"] for link in page.head.find_all("link", rel="alternate")]


def lang_of(page, title):
    """The `lang` of the links with this title, in the frame, lists and breadcrumb."""
    return {link.get("lang") for link in page.find_all("a", string=title)}


def test_search_engines_learn_of_a_translation_when_it_is_published(client, section, settings):
    settings.BASE_URL = "https://netz.example.net"
    page = make_page(section, "Beratung")
    english = begun(page)

    assert "en" not in alternates(soup(client, page.url))
    shown = soup(client, english.url)
    assert alternates(shown) == []
    assert shown.head.find("link", rel="canonical")["href"] == f"https://netz.example.net{page.url}"

    english.save_revision().publish()
    assert "en" in alternates(soup(client, page.url))
    assert soup(client, english.url).head.find("link", rel="canonical") is None


def test_lists_menu_and_breadcrumb_say_that_a_begun_page_is_german(client, home, section):
    menu = make_page(home, "Gemeinsam", show_in_menus=True)
    page = make_page(section, "Beratung")
    below = make_page(page, "Satzung")
    for source in (menu, page, below):
        begun(source)

    assert lang_of(soup(client, in_english(below).url), "Gemeinsam") == {"de"}
    assert lang_of(soup(client, in_english(below).url), "Beratung") == {"de"}
    assert lang_of(soup(client, in_english(page).url), "Satzung") == {"de"}

    in_english(below).save_revision().publish()
    assert lang_of(soup(client, in_english(page).url), "Satzung") == {None}


def test_a_copy_that_follows_an_english_page_is_english(section):
    english = translated(make_page(section, "Beratung"), "Advice")

    copy = english.create_alias(update_slug="copy")

    assert copy.specific.content_language == "en"
    assert with_text_language(Page.objects.filter(pk=copy.pk)).get().text_language_told == "en"


def test_what_the_list_says_is_what_the_page_says(section):
    make_page(section, "Ohne Fassung")
    begun(make_page(section, "Begonnen"))
    translated(make_page(section, "Fertig"), "Done")

    pages = with_text_language(Page.objects.filter(depth__gt=3)).specific()
    told = dict(with_text_language(Page.objects.filter(depth__gt=3)).values_list("pk", "text_language_told"))
    assert told == {page.pk: page.content_language for page in pages}
    assert set(told.values()) == {"de", "en"}


# --- Closed in one language ---------------------------------------------------------------------------
def test_the_address_of_a_closed_translation_is_not_told(client, section):
    page = make_page(section, "Beratung")
    english = translated(page, "Confidential")
    english.view_restrictions.create(restriction_type="login")

    shown = soup(client, page.url)

    assert "confidential" not in str(shown).lower()
    assert alternates(shown) == ["de", "x-default"]
    assert shown.header.select_one('nav.languages [lang="en"]')["href"] == "/en/"


def test_who_may_read_a_closed_page_finds_it_in_every_language(client, django_user_model, section):
    page = make_page(section, "Intern")
    page.view_restrictions.create(restriction_type="login")
    client.force_login(django_user_model.objects.create_user("mitglied@example.org"))

    shown = soup(client, page.url)

    assert shown.header.select_one('nav.languages [lang="en"]')["href"] == in_english(page).url
