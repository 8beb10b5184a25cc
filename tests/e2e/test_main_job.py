"""The main job, from the editor's desk to a person's calendar: in a real browser, by keyboard alone.

The editor works in German; who joins does so in German and in Arabic, with the words of the catalogue.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest
import vobject
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import expect

from network.organisations.enums import OrganisationKind
from tests.e2e.keyboard import INVISIBLE, Keyboard

pytestmark = pytest.mark.browser

BERLIN = ZoneInfo("Europe/Berlin")
EDITOR = "leitung.mo@example.org"
STARTS = (datetime.now(BERLIN) + timedelta(days=9)).replace(hour=18, minute=0, second=0, microsecond=0)


@dataclass(frozen=True)
class Story:
    """Who joins what. `direction` is that of their language."""

    language: str
    direction: str
    title: str
    organisation: str
    name: str
    colleague: str

    @property
    def email(self):
        return f"amina.{self.language}@example.org"

    def at(self, address):
        """The address in the language of who joins."""
        return address if self.language == "de" else f"/{self.language}{address}"

    def words(self, text, **values):
        """What the site says for `text` in that language."""
        with translation.override(self.language):
            return INVISIBLE.sub("", gettext(text) % values if values else gettext(text))


STORIES = [
    Story("de", "ltr", "Runder Tisch der Vereine, Fulda", "Neuer Verein Rhön e. V.", "Amina Neu", "Yusuf Ohnemail"),
    Story("ar", "rtl", "Offenes Treffen für Vereine, Hanau", "جمعية Rhön الجديدة", "أمينة Neu", "يوسف بلا بريد"),
]


@pytest.fixture
def desk_and_phone(browser, browser_context_args, product):
    """A keyboard for the editor and one for whoever joins, who has the width of a phone."""
    desk = browser.new_context(**browser_context_args, base_url=product.url)
    phone = browser.new_context(**browser_context_args, base_url=product.url, viewport={"width": 360, "height": 740})
    yield Keyboard(desk.new_page()), Keyboard(phone.new_page())
    desk.close()
    phone.close()


@pytest.mark.parametrize("story", STORIES, ids=[story.language for story in STORIES])
def test_from_the_editors_desk_to_a_persons_calendar(desk_and_phone, product, story):
    editor, amina = desk_and_phone

    # 1. An editor signs in, writes a meeting, previews it as a visitor, publishes it.
    sign_in(editor, EDITOR, product.mailbox)
    write_meeting(editor, story)
    preview_as_visitor(editor, story)
    publish(editor, story)

    # 2. An organisation registers itself; the unit approves; its representative signs in with a code.
    apply(amina, story)
    confirm(amina, story, product.mailbox)
    approve(editor, story)
    welcome = story.words("Willkommen: %(organisation)s ist dabei", organisation=story.organisation)
    in_their_language(story, mail_to(story, product.mailbox, welcome)[0])
    sign_in(amina, story.email, product.mailbox, story)

    # 3. The representative joins for themselves and for a colleague who has no e-mail address.
    join_with_colleague(amina, story)

    # 4. A confirmation for each, with the calendar file, went through the outbox and the worker.
    joined = story.words("Angemeldet: %(title)s", title=story.title)
    for mail in mail_to(story, product.mailbox, joined, number=2):
        in_their_language(story, mail)
        [file] = [part for part in mail.iter_attachments() if part.get_filename() == "termin.ics"]
        assert file.get_content_type() == "text/calendar"
        assert read(file.get_content()).summary.value == story.title

    # 5. The public and the personal feed deliver the meeting.
    public, personal = f"{product.url}/kalender/alle.ics", personal_address(amina, story)
    before = {url: meeting_in(url, story) for url in (public, personal)}
    for entry in before.values():
        assert entry.dtstart.value == STARTS
        assert int(entry.sequence.value) == 0
    assert before[public].uid.value == before[personal].uid.value

    # 6. The editor moves the meeting by an hour.
    move_by_an_hour(editor, story)
    for url, old in before.items():
        new = meeting_in(url, story)
        assert new.uid.value == old.uid.value
        assert new.dtstart.value == STARTS + timedelta(hours=1)
        assert int(new.sequence.value) == int(old.sequence.value) + 1
    changed = story.words("Geändert: %(title)s", title=story.title)
    for mail in mail_to(story, product.mailbox, changed, number=2):
        in_their_language(story, mail)
        assert "19:00" in mail.get_body(("plain",)).get_content()


# --- What the people do ----------------------------------------------------------------------------
GERMAN = STORIES[0]


def sign_in(person, address, mailbox, story=GERMAN):
    subject = story.words("%(code)s ist Ihr Code zum Einloggen", code="").strip()
    seen = len([mail for mail in mailbox.messages if address in mail["To"] and subject in mail["Subject"]])
    person.open(story.at("/konto/login/"))
    person.fill(id="id_email", text=address)
    person.follow("button", story.words("Code schicken"))
    mail = mailbox.wait_for(address, subject, number=seen + 1)[-1]
    person.fill("textbox", text=code_in(mail))
    person.follow("button", story.words("Weiter"))
    if "/2fa/" in person.page.url:  # who writes here enters the app's code too; the demo has filled it in
        person.follow("button", story.words("Einloggen"))
    expect(person.page).to_have_url(re.compile("/mitglieder/$"))


def code_in(mail):
    found = re.search(r"^ {4}(\S+)", mail.get_body(("plain",)).get_content(), re.MULTILINE)
    return found and found.group(1)


def write_meeting(editor, story):
    editor.open("/redaktion/")
    editor.follow("link", "Veranstaltungen")
    editor.follow("link", "hinzufügen")
    editor.fill(id="id_title", text=story.title)
    editor.fill(id="id_summary", text="Wer arbeitet woran, und was geht gemeinsam?")
    pick(editor, "id_format", "Vernetzungstreffen")
    editor.fill_time(STARTS, id="id_sessions-0-starts_at")
    editor.fill_time(STARTS + timedelta(hours=2), id="id_sessions-0-ends_at")
    editor.fill(id="id_venue_name", text="Stadtteiltreff Beispiel")
    editor.fill(id="id_venue_address", text="Musterweg 4, 36037 Fulda")
    pick(editor, "id_district", "Landkreis Fulda")
    editor.fill(id="id_seats_onsite", text="20")


def pick(person, field, label):
    """In a list: its first letters."""
    person.reach(id=field)
    person.page.keyboard.type(label)
    expect(person.page.locator(f"#{field} option:checked")).to_have_text(label)


def preview_as_visitor(editor, story):
    editor.press_on("button", "Vorschau")
    preview = editor.page.frame_locator("iframe[title]").first
    expect(preview.get_by_role("heading", name=story.title)).to_be_visible(timeout=20_000)
    expect(preview.get_by_text("Stadtteiltreff Beispiel").first).to_be_visible()


def publish(editor, story):
    editor.press_on("button", "Aktionen")
    editor.follow("button", "Veröffentlichen")
    expect(editor.page.get_by_text(story.title).first).to_be_visible()
    editor.open("/termine/")
    editor.reach("link", story.title)


def apply(amina, story):
    amina.open(story.at("/mitmachen/"))
    with translation.override(story.language):
        kind = str(OrganisationKind.MIGRANT_ORGANISATION.label)
    amina.reach("radio")
    amina.choose(kind)
    amina.fill("textbox", story.words("Name der Organisation"), text=story.organisation)
    amina.fill("textbox", story.words("Postleitzahl"), text="36037")
    amina.fill("textbox", story.words("Ihr Name"), text=story.name)
    amina.fill("textbox", story.words("Ihre E-Mail-Adresse"), text=story.email)
    amina.follow("button", story.words("Antrag absenden"))
    expect(amina.page.get_by_role("heading", level=1)).to_have_text(story.words("Fast geschafft"))
    assert amina.page.evaluate("document.documentElement.dir") == story.direction


def confirm(amina, story, mailbox):
    [mail] = mail_to(story, mailbox, story.words("Bitte bestätigen Sie Ihren Antrag"))
    in_their_language(story, mail)
    link = re.search(r"http\S+/mitmachen/bestaetigen/\S+", mail.get_body(("plain",)).get_content()).group()
    assert urlsplit(link).path.startswith(story.at("/mitmachen/"))
    amina.open(link)
    amina.follow("button", story.words("Ja, Antrag abgeben"))
    headline = story.words("Danke, Ihr Antrag ist angekommen")
    expect(amina.page.get_by_role("heading", level=1)).to_have_text(headline)


def approve(editor, story):
    editor.open("/redaktion/snippets/organisations/organisationapplication/")
    editor.follow("link", story.organisation)
    editor.follow("button", "Freigeben")
    expect(editor.page.get_by_text("Die Ansprechperson bekommt eine E-Mail")).to_be_visible()


def join_with_colleague(amina, story):
    amina.open(story.at("/termine/"))
    amina.follow("link", story.title)
    amina.follow("link", story.words("Anmelden"))
    expect(amina.page.get_by_label(story.name)).to_be_checked()
    amina.fill("textbox", story.words("Noch jemand aus Ihrer Organisation"), text=story.colleague)
    amina.follow("button", story.words("Verbindlich anmelden"))
    expect(amina.page.locator(".messages")).to_be_visible()
    expect(amina.page.get_by_text(story.colleague).first).to_be_visible()


def personal_address(amina, story):
    amina.open(story.at("/mitglieder/kalender/"))
    amina.fill("textbox", story.words("Wofür ist die Adresse?"), text="Handy")
    amina.follow("button", story.words("Adresse anlegen"))
    return amina.page.locator("a[href*='/kalender/p/'][href^='http']").get_attribute("href")


def move_by_an_hour(editor, story):
    editor.open("/redaktion/snippets/programme/event/")
    editor.follow("link", story.title)
    editor.fill_time(STARTS + timedelta(hours=1), id="id_sessions-0-starts_at")
    editor.fill_time(STARTS + timedelta(hours=3), id="id_sessions-0-ends_at")
    editor.follow("button", "Speichern")
    expect(editor.page.locator(".messages .success")).to_be_visible()


# --- What arrives ------------------------------------------------------------------------------------
def mail_to(story, mailbox, subject, number=1):
    return mailbox.wait_for(story.email, subject, number=number)


def in_their_language(story, mail):
    """The mail says its language, runs its way and is not in another one."""
    html = mail.get_body(("html",)).get_content()
    assert f'<html lang="{story.language}" dir="{story.direction}">' in html
    if story.language == "ar":
        assert re.search("[\u0600-\u06ff]", mail["Subject"])
        assert re.search("[\u0600-\u06ff]", mail.get_body(("plain",)).get_content())


def meeting_in(url, story):
    """What a calendar program sees."""
    with urlopen(url) as answer:
        calendar = vobject.readOne(answer.read().decode())
    [entry] = [entry for entry in calendar.vevent_list if entry.summary.value == story.title]
    return entry


def read(text):
    return vobject.readOne(text if isinstance(text, str) else text.decode()).vevent
