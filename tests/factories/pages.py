"""Small page trees, built in the test: a home page, two units with their sections, people in each role."""

import pytest
from django.utils import timezone
from wagtail.models import Locale, Site

from cms.pages.legal_drafts import CarrierFacts
from cms.pages.models import LegalNoticeCarrier, LegalNoticePage, SectionPage, StandardPage
from cms.pages.services import home_page_ensure
from network.accounts.models import User
from network.units.services import unit_create

CARRIER = CarrierFacts(
    name="Beispielverein e.V.",
    address="Beispielweg 1\n60311 Frankfurt am Main",
    representatives="Alma Beispiel",
    email="kontakt@example.org",
    second_contact="Telefon 069 000000",
    register_court="Amtsgericht Frankfurt am Main",
    register_number="VR 0000",
    responsible="Alma Beispiel, Beispielweg 1, 60311 Frankfurt am Main",
)


def make_home():
    """The German home page, with the site pointing at it."""
    home, _ = home_page_ensure(title="Vielfaltsnetz Hessen")
    Site.objects.update(root_page=home)
    Site.clear_site_root_paths_cache()
    return home


def make_unit(code):
    names = {"mo": ("Migrantenorganisationen", "beramí e.V."), "lotsen": ("WIR-Lots*innen", "lagfa Hessen e.V.")}
    name, carrier = names.get(code, (f"Bereich {code}", f"Träger {code}"))
    return unit_create(code=code, name=name, carrier=carrier, contact_email=f"{code}@example.org")


def section_of(unit, language="de"):
    return SectionPage.objects.get(unit=unit, locale__language_code=language)


def make_editor(unit):
    return _member(unit.editors_group, f"redaktion-{unit.code}@example.org")


def make_publisher(unit):
    return _member(unit.publishers_group, f"leitung-{unit.code}@example.org")


def _member(group, email):
    user = User.objects.create_user(email)
    user.groups.add(group)
    return user


def make_page(parent, title="Beratung", *, live=True, **fields):
    """A standard page; a draft has a revision as one written in the admin has."""
    fields = {
        "locale": parent.locale,
        "reviewed_on": timezone.localdate(),
        "has_unpublished_changes": not live,
    } | fields
    page = StandardPage(title=title, live=live, **fields)
    parent.__class__.objects.get(pk=parent.pk).add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return StandardPage.objects.get(pk=page.pk)


def make_legal_notice(home, *, live=False, **changes):
    """A legal notice with one carrier, complete but for `changes`."""
    page = LegalNoticePage(title="Impressum", slug="impressum", live=live, locale=home.locale)
    facts = {name: getattr(CARRIER, name) for name in CARRIER.__dataclass_fields__} | changes
    page.carriers.add(LegalNoticeCarrier(**facts))
    home.__class__.objects.get(pk=home.pk).add_child(instance=page)
    page.save_revision(clean=False)
    return LegalNoticePage.objects.get(pk=page.pk)


@pytest.fixture
def home(db):
    return make_home()


@pytest.fixture
def mo(home):
    return make_unit("mo")


@pytest.fixture
def lotsen(home):
    return make_unit("lotsen")


@pytest.fixture
def english(mo, lotsen):
    """English as a second language, after the units were made."""
    return Locale.objects.create(language_code="en")
