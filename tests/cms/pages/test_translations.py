"""The trees of the other languages follow the German one: what is not translated stands there in German."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import GroupPagePermission, Locale, Page, PageViewRestriction

from cms.pages.models import HomePage, LegalNoticePage, SectionPage, StandardPage
from cms.pages.services import languages_ensure
from tests.factories.pages import make_legal_notice, make_page, make_publisher, make_unit, section_of


@pytest.fixture
def section(mo, english):
    section = section_of(mo)
    section.save_revision().publish()
    return section_of(mo)


def in_english(page):
    found = page.get_translation_or_none(Locale.objects.get(language_code="en"))
    return found and found.specific


def titles_below(page):
    return list(page.get_children().live().values_list("title", flat=True))


def translate(alias, title):
    """As an editor does: "convert", write, publish."""
    ConvertAliasPageAction(alias).execute()
    page = type(alias).objects.get(pk=alias.pk)
    page.title = title
    page.save_revision().publish()
    return type(alias).objects.get(pk=alias.pk)


def healthy():
    return Page.find_problems() == ([], [], [], [], [])


# --- Appearing ------------------------------------------------------------------------------------
def test_a_published_page_stands_in_every_language_and_a_draft_in_none(section):
    published = make_page(section, "Beratung")
    draft = make_page(section, "Unfertig", live=False)

    assert in_english(published).alias_of_id == published.pk
    assert in_english(published).url == "/en/migrantenorganisationen/beratung/"
    assert in_english(draft) is None
    draft.save_revision().publish()
    assert in_english(draft).live
    assert healthy()


def test_a_new_language_begins_with_everything_there_is_in_the_same_order(section, home):
    below = make_page(section, "Verein gründen", slug="verein")
    make_page(below, "Satzung")
    make_page(home, "Gemeinsam", show_in_menus=True)
    make_legal_notice(home).save_revision().publish()

    Locale.objects.create(language_code="ar")

    arabic_home = HomePage.objects.get(locale__language_code="ar")
    assert arabic_home.alias_of_id == home.pk
    assert titles_below(arabic_home) == titles_below(HomePage.objects.get(pk=home.pk))
    assert StandardPage.objects.get(title="Satzung", locale__language_code="ar").url == (
        "/ar/migrantenorganisationen/verein/satzung/"
    )
    assert healthy()


def test_the_offered_languages_are_made_once(home, mo):
    assert languages_ensure() == ["de-simple", "en", "ar"]
    assert languages_ensure() == []
    assert HomePage.objects.filter(live=True).count() == 4


def test_the_units_stand_in_the_same_order_in_every_language(home, mo, lotsen):
    """Units are provisioned in the order of their codes; the tree has its own."""
    languages_ensure()

    orders = {
        code: list(
            SectionPage.objects.filter(locale__language_code=code).order_by("path").values_list("unit", flat=True)
        )
        for code in ("de", "en", "ar")
    }
    assert orders["de"] == orders["en"] == orders["ar"]
    assert healthy()


def test_every_language_brings_the_permissions_of_the_units(home, mo, lotsen):
    languages_ensure()

    counts = {
        section.locale.language_code: GroupPagePermission.objects.filter(page=section).count()
        for section in SectionPage.objects.filter(unit=mo).select_related("locale")
    }
    assert counts == dict.fromkeys(["de", "de-simple", "en", "ar"], 7)


def test_an_alias_follows_what_its_source_publishes(section):
    page = make_page(section, "Beratung")
    page.title = "Beratung für Vereine"
    page.save_revision()
    assert in_english(page).title == "Beratung"

    page.get_latest_revision().publish()

    assert in_english(page).title == "Beratung für Vereine"
    assert in_english(section).unit_locale.language_code == "en"


def test_an_alias_stands_where_its_source_stands_among_the_others(section):
    first = make_page(section, "Eins", live=False)
    make_page(section, "Zwei")

    first.save_revision().publish()

    assert titles_below(in_english(section)) == ["Eins", "Zwei"]
    assert healthy()


# --- Moving ---------------------------------------------------------------------------------------
def test_aliases_and_translations_move_with_their_source(section):
    old, new = make_page(section, "Alt"), make_page(section, "Neu")
    page = make_page(old, "Beratung")
    make_page(page, "Satzung")
    translate(in_english(page), "Advice")

    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=new.pk), pos="last-child")

    assert in_english(page).url == "/en/migrantenorganisationen/neu/beratung/"
    assert in_english(page).title == "Advice"
    assert StandardPage.objects.get(title="Satzung", locale__language_code="en").url == (
        "/en/migrantenorganisationen/neu/beratung/satzung/"
    )
    assert healthy()


def test_the_order_of_a_list_is_the_same_in_every_language(section):
    pages = [make_page(section, title) for title in ("Eins", "Zwei", "Drei")]

    Page.objects.get(pk=pages[2].pk).move(Page.objects.get(pk=pages[0].pk), pos="left")

    assert titles_below(in_english(section)) == ["Drei", "Eins", "Zwei"]
    assert healthy()


def test_who_moves_a_draft_moves_no_live_translation_before_it_is_published(section):
    old, new = make_page(section, "Alt"), make_page(section, "Neu")
    page = make_page(old, "Beratung")
    translate(in_english(page), "Advice")
    page.unpublish()

    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=new.pk), pos="last-child")
    assert in_english(page).url == "/en/migrantenorganisationen/alt/beratung/"

    StandardPage.objects.get(pk=page.pk).save_revision().publish()
    assert in_english(page).url == "/en/migrantenorganisationen/neu/beratung/"
    assert healthy()


@pytest.mark.parametrize("translated", [False, True])
def test_what_is_moved_by_hand_in_another_language_goes_back_and_stays_closed(section, mo, client, translated):
    """The restriction is on the parent: moved away from it, the page would be open to everybody."""
    parent = make_page(section, "Intern")
    page = make_page(parent, "Kind")
    parent.view_restrictions.create(restriction_type="login")
    if translated:
        translate(in_english(page), "Child")
    english = in_english(page)
    client.force_login(make_publisher(mo))

    client.post(reverse("wagtailadmin_pages:move_confirm", args=[english.pk, in_english(section).pk]))

    client.logout()
    assert in_english(page).url == english.url
    assert client.get(english.url).status_code == 302
    assert client.get(f"{in_english(section).url}{english.slug}/").status_code == 404
    assert healthy()


# --- Going ----------------------------------------------------------------------------------------
def test_an_alias_goes_offline_with_its_source_and_comes_back(section):
    page = make_page(section, "Beratung")

    page.unpublish()
    assert not in_english(page).live

    page.get_latest_revision().publish()
    assert in_english(page).live


def test_german_text_goes_offline_with_its_source_also_where_a_translation_was_begun(section):
    begun, done = make_page(section, "Beratung"), make_page(section, "Satzung")
    ConvertAliasPageAction(in_english(begun)).execute()
    translate(in_english(done), "Statutes")

    begun.unpublish()
    done.unpublish()

    assert not in_english(begun).live
    assert in_english(done).live


def test_aliases_are_deleted_with_their_source_and_what_stands_below(section):
    page = make_page(section, "Beratung")
    make_page(page, "Satzung")

    Page.objects.get(pk=page.pk).delete()

    assert set(StandardPage.objects.all()) == set()
    assert healthy()


def test_a_translation_outlives_its_source_and_so_does_the_way_to_it_offline(section):
    page = make_page(section, "Beratung")
    below = make_page(page, "Satzung")
    translate(in_english(below), "Statutes")

    Page.objects.get(pk=page.pk).delete()

    assert [(page.title, page.live) for page in StandardPage.objects.order_by("path")] == [
        ("Beratung", False), ("Statutes", True),
    ]  # fmt: skip
    assert healthy()


# --- Translating ------------------------------------------------------------------------------------
def test_a_page_is_in_german_until_its_translation_is_published(section):
    page = make_page(section, "Beratung")
    alias = in_english(page)
    assert alias.content_language == "de"
    with translation.override("en"):
        assert alias.is_untranslated

    ConvertAliasPageAction(alias).execute()
    begun = StandardPage.objects.get(pk=alias.pk)
    assert begun.alias_of_id is None
    assert (begun.live, begun.content_language) == (True, "de")

    begun = begun.get_latest_revision_as_object()
    begun.title = "Advice"
    begun.save_revision()
    assert StandardPage.objects.get(pk=alias.pk).content_language == "de"
    begun.get_latest_revision().publish()

    translated = StandardPage.objects.get(pk=alias.pk)
    assert (translated.title, translated.content_language) == ("Advice", "en")
    assert page.content_language == "de"
    with translation.override("en"):
        assert not translated.is_untranslated


def test_a_translation_stays_when_its_source_is_published_again(section):
    page = make_page(section, "Beratung")
    translate(in_english(page), "Advice")

    page.save_revision().publish()

    assert in_english(page).title == "Advice"


def test_a_publisher_translates_the_own_pages_and_no_others(client, mo, lotsen, section):
    client.force_login(make_publisher(mo))
    other = section_of(lotsen)
    other.save_revision().publish()
    foreign, own = make_page(other, "Fremd"), make_page(section, "Eigen")
    addresses = [reverse("wagtailadmin_pages:convert_alias", args=[in_english(page).pk]) for page in (own, foreign)]

    assert [client.post(address).status_code for address in addresses] == [302, 404]
    assert in_english(own).alias_of_id is None
    assert in_english(foreign).alias_of_id == foreign.pk


# --- What holds for German pages holds for aliases ------------------------------------------------------
def restrictions_of(page):
    return [
        (restriction.restriction_type, set(restriction.groups.all()))
        for restriction in PageViewRestriction.objects.filter(page=page)
    ]


def test_a_page_closed_later_is_closed_in_every_language_and_opened_again(section, mo, client):
    page = make_page(section, "Nur für uns")
    address = in_english(page).url
    assert client.get(address).status_code == 200

    restriction = page.view_restrictions.create(restriction_type="groups")
    restriction.groups.set([mo.editors_group])
    assert restrictions_of(in_english(page)) == [("groups", {mo.editors_group})]
    assert client.get(address).status_code == 302

    restriction.delete()
    assert client.get(address).status_code == 200


def test_a_translation_that_outlives_its_source_stays_closed(section):
    page = make_page(section, "Nur für uns")
    page.view_restrictions.create(restriction_type="login")
    english = translate(in_english(page), "For us only")

    Page.objects.get(pk=page.pk).delete()

    assert restrictions_of(english) == [("login", set())]


def test_a_legal_page_with_gaps_appears_in_no_language(home, english):
    page = make_legal_notice(home, register_number="[VR …]")
    assert in_english(page) is None

    carrier = page.carriers.get()
    carrier.register_number = "VR 1234"
    page.carriers = [carrier]
    page.save_revision().publish()

    assert in_english(page).carriers.get().register_number == "VR 1234"
    assert LegalNoticePage.objects.filter(live=True).count() == 2


def test_a_third_unit_has_its_section_in_every_language(english, client):
    third = make_unit("jugend")
    section_of(third).save_revision().publish()

    assert section_of(third, "en").alias_of_id == section_of(third).pk
    assert client.get(section_of(third, "en").url).status_code == 200
