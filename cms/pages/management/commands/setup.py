"""`manage.py setup`: everything a fresh installation needs after `migrate`. Safe to run at every update."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.models import Page, Site, WorkflowPage

from cms.pages.legal_drafts import CarrierFacts, OperatorFacts
from cms.pages.models import HomePage
from cms.pages.services import home_page_ensure, languages_ensure, legal_pages_ensure
from network.units.models import EditorialUnit
from network.units.services import unit_create, units_provision

UNITS = [
    {
        "code": "mo",
        "name": "Migrantenorganisationen",
        "carrier": "beramí e.V.",
        "contact_email": "migrantenorganisationen@example.org",
    },
    {
        "code": "lotsen",
        "name": "WIR-Lots*innen",
        "carrier": "lagfa Hessen e.V.",
        "contact_email": "lotsen@example.org",
    },
]
"""The two areas of the centre. The addresses are placeholders for the editors to replace."""


class Command(BaseCommand):
    help = (
        "Legt an, was eine neue Installation braucht: "
        "Cache, Startseite, Bereiche, Rechte, Sprachen, rechtliche Seiten, Aufträge."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        self._cache()
        home = self._home()
        self._site(home)
        self._defaults_of_wagtail()
        self._units()
        self._languages()
        self._legal_pages(home)
        call_command("jobs_sync", stdout=self.stdout)

    def _say(self, text: str) -> None:
        self.stdout.write(text)

    def _cache(self) -> None:
        if settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache"):
            call_command("createcachetable", stdout=self.stdout)
            self._say("Cache-Tabelle: vorhanden.")

    def _home(self) -> HomePage:
        home, created = home_page_ensure(title=settings.SITE_NAME)
        self._say("Startseite: angelegt." if created else "Startseite: vorhanden.")
        return home

    def _site(self, home: HomePage) -> None:
        """Point the default site at our home page and remove the page Wagtail put there."""
        address = urlsplit(settings.BASE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
        before = (site.hostname, site.port, site.root_page_id)
        welcome = site.root_page if site.root_page_id and site.root_page_id != home.pk else None
        site.hostname, site.port, site.root_page = address.hostname or "localhost", port, home.page_ptr
        site.site_name = settings.SITE_NAME
        if before != (site.hostname, site.port, site.root_page_id):
            site.save()
            self._say(f"Adresse der Seite: {site.root_url}")
        if welcome is not None and welcome.specific_class is Page and welcome.is_leaf():
            welcome.delete()
            self._say("Begrüßungsseite von Wagtail: entfernt.")

    def _defaults_of_wagtail(self) -> None:
        """Wagtail's example groups may write everywhere, across the units. Remove them while nobody is in them."""
        for group in Group.objects.filter(name__in=["Editors", "Moderators"], user__isnull=True):
            group.delete()
            self._say(f"Beispielgruppe von Wagtail entfernt: {group.name}")
        WorkflowPage.objects.filter(page__depth=1).delete()

    def _units(self) -> None:
        for unit in UNITS:
            existed = EditorialUnit.objects.filter(code=unit["code"]).exists()
            unit_create(**unit)
            self._say(f"Bereich {unit['name']}: {'vorhanden' if existed else 'angelegt'}.")
        units_provision()
        self._say("Rechte der Bereiche: auf dem Stand dieser Version.")

    def _languages(self) -> None:
        for code in languages_ensure():
            self._say(f"Sprache {code}: angelegt. Was noch nicht übersetzt ist, erscheint dort auf Deutsch.")

    def _legal_pages(self, home: HomePage) -> None:
        carriers = tuple(CarrierFacts(name=unit.carrier) for unit in EditorialUnit.objects.all())
        for page, created in legal_pages_ensure(home=home, facts=OperatorFacts(carriers=carriers)):
            state = "als Entwurf angelegt, bitte ausfüllen und veröffentlichen" if created else "vorhanden"
            self._say(f"{page.title}: {state}.")
