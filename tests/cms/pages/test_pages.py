"""What a visitor gets: the tree, the pages, the frame around them, at which price."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, Site

from cms.pages.legal_drafts import OperatorFacts
from cms.pages.models import (
    AccessibilityStatementPage,
    HomePage,
    LegalNoticePage,
    PrivacyPage,
    SectionPage,
    StandardPage,
)
from cms.pages.services import legal_pages_ensure
from tests.factories.pages import CARRIER, make_legal_notice, make_page, section_of

FACTS = OperatorFacts(
    carriers=(CARRIER,),
    hosting="Rechenzentrum Beispiel",
    registration_retention="Ein Jahr",
    application_retention="Zwei Jahre",
    log_retention="14 Tage",
    feedback_retention="Ein Jahr",
)
BODY = [
    {"type": "heading", "value": {"text": "Beratung", "level": "2"}},
    {"type": "text", "value": "<p>Wir hören zu.</p>"},
    {
        "type": "key_figure",
        "value": {
            "value": "56",
            "label": "Standorte",
            "as_of": "2025-11-07",
            "source_title": "Kompetenzzentrum",
            "source_url": "https://example.org/",
            "next_review": "2026-11-07",
        },
    },
]


@pytest.fixture
def section(mo):
    section = section_of(mo)
    section.introduction = "Wir stärken Vereine."
    section.save_revision().publish()
    return section_of(mo)


@pytest.fixture
def legal(home):
    pages = [draft for draft, _ in legal_pages_ensure(home=home, facts=FACTS)]
    for draft in pages:
        draft.save_revision().publish()
    return pages


def queries_of(client, address):
    client.get(address)  # content types and Wagtail's site paths are kept between requests
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(queries)


# --- The tree ------------------------------------------------------------------------------------
def test_the_tree_allows_what_was_agreed():
    assert set(HomePage.clean_subpage_models()) == {
        SectionPage, StandardPage, LegalNoticePage, PrivacyPage, AccessibilityStatementPage,
    }  # fmt: skip
    assert SectionPage.clean_subpage_models() == [StandardPage]
    assert StandardPage.clean_subpage_models() == [StandardPage]
    for model in (LegalNoticePage, PrivacyPage, AccessibilityStatementPage):
        assert model.clean_parent_page_models() == [HomePage]
        assert model.clean_subpage_models() == []


def test_each_language_has_one_legal_notice(home):
    assert LegalNoticePage.can_create_at(home)

    make_legal_notice(home)

    assert not LegalNoticePage.can_create_at(HomePage.objects.get(pk=home.pk))


def test_nobody_creates_a_second_home_page_or_section_in_the_admin(home):
    assert not HomePage.can_create_at(Page.get_first_root_node())
    assert not SectionPage.can_create_at(home)


def test_the_database_holds_one_section_per_unit_and_language(home, mo):
    second = SectionPage(title="Noch einmal", slug="noch-einmal", unit=mo, locale=home.locale, live=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        HomePage.objects.get(pk=home.pk).add_child(instance=second)


# --- What visitors see -----------------------------------------------------------------------------
def test_the_home_page_leads_to_the_published_sections(client, section, lotsen):
    text = client.get("/").content.decode()

    assert 'href="/migrantenorganisationen/"' in text
    assert "Wir stärken Vereine." in text
    assert "beramí e.V." in text
    assert "WIR-Lots*innen" not in re.sub(r"(?s)<(header|footer).*?</\1>", "", text)  # its section is a draft


def test_a_page_names_its_carrier_its_place_and_its_date(client, section):
    below = make_page(section, "Verein gründen", slug="verein")
    make_page(below, "Satzung", body=BODY, reviewed_on="2026-05-04")

    text = client.get("/migrantenorganisationen/verein/satzung/").content.decode()

    assert "Anbieter dieser Seite" in text
    assert "beramí e.V." in text
    assert "4. Mai 2026" in text
    assert re.findall(r'<li><a href="([^"]+)" dir="auto">', text)[:2] == [
        "/migrantenorganisationen/",
        "/migrantenorganisationen/verein/",
    ]
    assert 'data-unit="mo"' in text


def test_a_page_lists_what_is_published_below_it(client, section):
    make_page(section, "Öffentlich")
    make_page(section, "Unfertig", live=False)

    text = client.get("/migrantenorganisationen/").content.decode()

    assert "Öffentlich" in text
    assert "Unfertig" not in text


def test_the_legal_pages_say_what_the_law_asks(client, legal):
    notice = client.get("/impressum/").content.decode()
    privacy = client.get("/datenschutz/").content.decode()
    accessibility = client.get("/barrierefreiheit/").content.decode()

    for fact in ("Beispielverein e.V.", "60311 Frankfurt", "Alma Beispiel", "mailto:kontakt@example.org", "VR 0000"):
        assert fact in notice
    for fact in ("Art. 26", "Art. 15", "HBDI", "14 Tage", "Rechenzentrum Beispiel"):
        assert fact in privacy
    for fact in ("BITV HE", "teilweise vereinbar", "LBIT", "Überwachungsstelle"):
        assert fact in accessibility


def test_pages_speak_german(client, section, legal):
    for address in ("/", "/migrantenorganisationen/", "/datenschutz/"):
        text = client.get(address).content.decode()
        assert '<html lang="de"' in text
        assert not re.search(r"\b(Published|Home page|Read more|January|November 2026 at)\b", text)


def test_a_visitor_gets_no_cookie_and_nothing_from_elsewhere(client, section, legal):
    make_page(section, "Beratung", body=BODY)

    for address in (
        "/",
        "/migrantenorganisationen/",
        "/migrantenorganisationen/beratung/",
        "/impressum/",
        "/datenschutz/",
    ):
        response = client.get(address)
        text = response.content.decode()
        assert not response.cookies
        assert not re.findall(r'(?:src|srcset|action|data)="(?:https?:)?//[^"]*"', text)
        assert not re.findall(r'<link(?! rel="(?:alternate|canonical)")[^>]+href="(?:https?:)?//', text)


def test_what_a_person_typed_is_escaped(client, section):
    make_page(section, "<script>alert(1)</script>", slug="skript", introduction="<img src=x onerror=alert(1)>")

    text = client.get("/migrantenorganisationen/skript/").content.decode()

    assert "<script>alert" not in text
    assert "<img src=x" not in text


# --- What it costs -----------------------------------------------------------------------------------
@pytest.mark.parametrize("rows", [1, 3])
def test_pages_cost_the_same_with_one_and_with_three_rows(client, home, section, lotsen, legal, rows):
    for number in range(rows):
        below = make_page(section, f"Seite {number}", body=BODY * rows, show_in_menus=True)
        make_page(below, f"Unterseite {number}", body=BODY)
        make_page(home, f"Gemeinsam {number}", body=BODY, show_in_menus=True)

    below = "/migrantenorganisationen/seite-0/unterseite-0/"
    costs = {
        address: queries_of(client, address)
        for address in ("/", "/migrantenorganisationen/", "/migrantenorganisationen/seite-0/", below, "/impressum/")
    }
    assert costs == {  # one of them asks for the other languages
        "/": 9,
        "/migrantenorganisationen/": 12,
        "/migrantenorganisationen/seite-0/": 12,
        below: 11,
        "/impressum/": 10,
    }


# --- Preview ------------------------------------------------------------------------------------------
def test_an_editor_previews_a_draft_as_a_visitor_will_see_it(admin_client, section):
    page = make_page(section, "Vorschau", live=False, body=BODY)

    text = admin_client.get(f"/redaktion/pages/{page.pk}/view_draft/").content.decode()

    assert "Wir hören zu." in text
    assert "7. November 2025" in text
    assert "beramí e.V." in text


# --- The frame -----------------------------------------------------------------------------------------
def frame(request):
    template = Template(
        "{% load site_frame %}{% main_menu as menu %}{% legal_links as links %}"
        "{% for item in menu %}{{ item.title }}={{ item.url }}{% if item.is_current %}*{% endif %};{% endfor %}|"
        "{% for item in links %}{{ item.title }}={{ item.url }};{% endfor %}"
    )
    return template.render(Context({"request": request} if request else {}))


def test_the_frame_holds_menu_pages_and_legal_pages_in_order(section, legal, lotsen, home):
    make_page(home, "Nicht im Menü")

    with CaptureQueriesContext(connection) as queries:
        shown = frame(RequestFactory().get("/migrantenorganisationen/verein/"))

    assert shown == (
        "Migrantenorganisationen=/migrantenorganisationen/*;|"
        "Impressum=/impressum/;Datenschutz=/datenschutz/;Barrierefreiheit=/barrierefreiheit/;"
    )
    assert len(queries) <= 4  # the site, its paths (kept for an hour), the links


def test_the_frame_shows_neither_drafts_nor_pages_behind_a_password(section, lotsen, legal):
    section.view_restrictions.create(restriction_type="login")
    LegalNoticePage.objects.get().unpublish()

    assert frame(RequestFactory().get("/")) == "|Datenschutz=/datenschutz/;Barrierefreiheit=/barrierefreiheit/;"


def test_a_language_links_its_own_addresses_also_of_what_is_only_in_german(client, section, legal, english):
    text = client.get("/en/").content.decode()

    assert '<html lang="en"' in text
    assert 'href="/en/migrantenorganisationen/"' in text
    assert 'href="/en/impressum/"' in text
    assert 'href="/impressum/"' not in re.sub(r"<link[^>]*>", "", text)


def test_a_language_whose_legal_page_is_a_draft_links_the_german_one(client, legal, english):
    ConvertAliasPageAction(LegalNoticePage.objects.get(locale__language_code="en")).execute()
    LegalNoticePage.objects.get(locale__language_code="en").unpublish()

    assert 'href="/impressum/"' in client.get("/en/").content.decode()


def test_the_frame_is_empty_without_a_request_and_without_a_site(db):
    assert frame(None) == "|"

    Site.objects.all().delete()

    assert frame(RequestFactory().get("/")) == "|"
