"""No German in a page or mail of another language, unless it says that it is German (`lang="de"`)."""

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.template.loader import get_template
from django.utils import translation

from cms.pages.services import languages_ensure
from network.accounts.models import Person
from network.messaging.rendering import mail_render
from network.organisations.models import Organisation, OrganisationApplication
from tests.access.german import german_in, own_german_words
from tests.access.patterns import site_routes
from tests.access.roles import ROLES
from tests.access.rows import rows_of
from tests.access.site_rows import SITE_ROWS
from tests.access.wagtail_rows import WAGTAIL_ROWS
from tests.access.walk import Walk

LANGUAGES = ["en", "ar"]
READERS = [role for role in ROLES if role.code in {"visitor", "representative"}]
ROWS = [*SITE_ROWS, *WAGTAIL_ROWS]
TEMPLATES = Path(settings.BASE_DIR) / "templates"
SUBJECT = ".subject.txt"
MAILS = sorted(
    str(path.relative_to(TEMPLATES / "emails")).removesuffix(SUBJECT)
    for path in (TEMPLATES / "emails").rglob(f"*{SUBJECT}")
    if not path.name.endswith(f"_inbox{SUBJECT}")  # to the units, whose desk is German
)
ERROR_PAGES = sorted(path.name for path in TEMPLATES.glob("[45]*.html"))
TRUNK = ("redaktion/", "kalender/", "dateien/")


@pytest.fixture(scope="session")
def own_words():
    return {language: own_german_words(language) for language in LANGUAGES}


# --- Pages ------------------------------------------------------------------------------------------
class Reader(Walk):
    """Opens every page and sends every form empty, and notes what is German on what comes back."""

    def __init__(self, world, role, language, own_words):
        super().__init__(world, role, [row for row in ROWS if row.routes != "wagtail_serve"], language)
        self.own_words = own_words
        self.read = []
        self.typed = [
            *Person.objects.values_list("name", flat=True),
            *Organisation.objects.values_list("name", flat=True),
            *OrganisationApplication.objects.values_list("name", flat=True),
            world.token.name,
        ]

    def _ask(self, route, row):
        path = self.path(route, row)
        for method in ("get", "post") if path else ():
            response, _ = self._request(method, path, row)
            if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
                self._note(f"{method.upper()} {path}", response)

    def _note(self, where, response):
        if response.content and response.status_code not in (301, 302):
            self.read.append(where)
            self.problems += [f"{where}: {text}" for text in german_in(response.content, self.own_words, self.typed)]

    def follow(self):
        """Pages of the tree: every link of the home page, and the links of those."""
        waiting, known = [f"/{self.language}/"], set()
        while waiting:
            address = waiting.pop()
            response = self.client.get(address)
            self._note(f"GET {address}", response)
            for href in re.findall(rb'href="([^"]+)"', response.content):
                path = urlsplit(href.decode()).path
                if path.startswith(f"/{self.language}/") and path not in known:
                    known.add(path)
                    waiting.append(path)


@pytest.fixture(scope="module")
def translated_world(world):
    languages_ensure()
    return world


@pytest.mark.django_db
@pytest.mark.parametrize(
    "role", [role for role in ROLES if role.code in {"visitor", "representative"}], ids=lambda role: role.code
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_speaks_german(translated_world, own_words, role, language):
    reader = Reader(translated_world, role, language, own_words[language])
    cache.clear()
    for route in site_routes():
        if route.is_translated and not route.pattern.startswith(TRUNK):
            for row in rows_of(route, reader.rows):
                reader._ask(route, row)
    reader.follow()
    assert len(reader.read) > 30
    assert sorted(set(reader.problems)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ERROR_PAGES)
def test_no_error_page_speaks_german(own_words, name, language):
    with translation.override(language):
        html = get_template(name).render({"is_error": True, "contact_email": "netz@example.org", "minutes": 5})

    assert german_in(html, own_words[language]) == []


# --- Mails ------------------------------------------------------------------------------------------
MOMENT = datetime(2026, 11, 24, 18, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NUMBERS = ("count", "number", "days", "minutes", "hours", "pk", "free")


class Anything:
    """Stands for whatever a mail speaks of, and says nothing in any language."""

    def __getattr__(self, name):
        return known(name)

    def __iter__(self):
        return iter([self])

    def __str__(self):
        return "Xyz"


def known(name):
    """A value for a variable of a mail, by its name."""
    if name.startswith("__") or name in {"resolve_expression", "as_sql"}:
        raise AttributeError(name)
    if name.endswith(("_at", "_until", "_due", "timestamp")):
        return MOMENT
    if name.endswith(NUMBERS):
        return 3
    if name == "text_language":
        return "de"
    return Anything()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAILS)
def test_no_mail_speaks_german(own_words, name, language):
    sources = " ".join(path.read_text() for path in (TEMPLATES / "emails").rglob("*.*"))
    context = {name: known(name) for name in set(re.findall(r"\b[a-z][a-z_]+\b", sources))}

    mail = mail_render(template=name, language=language, context=context)

    assert [*german_in(mail.html, own_words[language])] == []
    for text in (mail.subject, mail.text):
        lines = [line for line in text.splitlines() if german_in(f"<p>{line}</p>", own_words[language])]
        assert lines == []


# --- The measure itself --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Bitte prüfen Sie das.</p>", ["Bitte prüfen Sie das."]),
        ("<p>Anmelden</p>", ["Anmelden"]),
        ('<p lang="de">Bitte <b>prüfen</b> Sie.</p>', []),
        ('<p lang="de">Bitte <b lang="en">und</b></p>', ["und"]),
        ('<button aria-label="Menü und Suche">x</button>', ["Menü und Suche"]),
        ("<p>You die in a war, so was I.</p>", []),
        ("<p>WIR-Lots*innen (lagfa Hessen e. V.)</p>", []),
    ],
)
def test_german_is_found_where_it_does_not_say_so(own_words, html, found):
    assert german_in(html, own_words["en"]) == found


def test_names_are_in_no_language(own_words):
    assert german_in("<p>Hello, Verein für Termine</p>", own_words["en"], ["Verein für Termine"]) == []
