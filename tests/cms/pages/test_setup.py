"""`manage.py setup`: run at every update, it makes what is missing and touches nothing else."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Page, Site

from cms.pages.models import HomePage, LegalNoticePage, SectionPage
from network.units.models import EditorialUnit


def run_setup():
    out = io.StringIO()
    call_command("setup", stdout=out)
    return out.getvalue()


@pytest.fixture
def installed(db):
    return run_setup()


def test_a_fresh_installation_has_a_german_home_page_instead_of_wagtails(installed, client):
    site = Site.objects.get()
    assert site.root_page.specific_class is HomePage
    assert site.root_page.locale.language_code == "de"
    assert not Page.objects.filter(depth=2).exclude(translation_key=site.root_page.translation_key).exists()
    assert client.get("/").status_code == 200
    assert "Vielfaltsnetz Hessen" in client.get("/").content.decode()


def test_it_has_both_units_with_their_sections(installed):
    assert set(EditorialUnit.objects.values_list("code", "carrier")) == {
        ("mo", "beramí e.V."),
        ("lotsen", "lagfa Hessen e.V."),
    }
    assert SectionPage.objects.filter(locale__language_code="de").count() == 2


def test_every_offered_language_has_its_tree_of_aliases(installed, settings):
    codes = {code for code, _ in settings.LANGUAGES}

    assert {home.locale.language_code for home in HomePage.objects.live().select_related("locale")} == codes
    assert SectionPage.objects.count() == 2 * len(codes)
    assert not HomePage.objects.exclude(locale__language_code="de").filter(alias_of=None).exists()


def test_the_legal_pages_are_drafts_that_name_both_carriers(installed, client):
    notice = LegalNoticePage.objects.get()

    assert not notice.live
    assert sorted(carrier.name for carrier in notice.carriers.all()) == ["beramí e.V.", "lagfa Hessen e.V."]
    assert [client.get(f"/{slug}/").status_code for slug in ("impressum", "datenschutz", "barrierefreiheit")] == [
        404
    ] * 3


def test_wagtails_example_groups_do_not_cut_across_the_units(installed):
    units = EditorialUnit.objects.values_list("editors_group_id", "publishers_group_id")

    assert set(GroupPagePermission.objects.values_list("group_id", flat=True)) == {pk for pair in units for pk in pair}


def test_an_example_group_that_somebody_uses_stays(db, admin_user):
    admin_user.groups.add(Group.objects.get(name="Editors"))

    run_setup()

    assert Group.objects.filter(name="Editors").exists()


def test_a_second_run_changes_nothing_and_says_so(installed):
    HomePage.objects.update(title="Von der Redaktion geändert")
    before = [model.objects.count() for model in (Page, Group, GroupPagePermission, Site, EditorialUnit)]

    out = run_setup()

    assert [model.objects.count() for model in (Page, Group, GroupPagePermission, Site, EditorialUnit)] == before
    assert set(HomePage.objects.values_list("title", flat=True)) == {"Von der Redaktion geändert"}
    assert "angelegt" not in out.replace("Aufträge", "")
    assert "Startseite: vorhanden." in out


def test_it_makes_the_cache_table_where_the_cache_is_the_database(db, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "test_cache_table"}
    }

    assert "Cache-Tabelle" in run_setup()


def test_the_site_answers_under_the_address_of_the_settings(db, settings):
    settings.BASE_URL = "https://netz.example.net"

    run_setup()

    assert Site.objects.get().root_url == "https://netz.example.net"
