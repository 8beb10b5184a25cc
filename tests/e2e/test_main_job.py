"""The main job, from the editor's desk to a person's calendar, in a real browser."""

import re
from datetime import datetime, timedelta
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest
import vobject
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

BERLIN = ZoneInfo("Europe/Berlin")
EDITOR = "leitung.mo@example.org"
REPRESENTATIVE = "amina.neu@example.org"
TITLE = "Runder Tisch der Vereine, Fulda"
STARTS = (datetime.now(BERLIN) + timedelta(days=9)).replace(hour=18, minute=0, second=0, microsecond=0)


@pytest.fixture
def people_at_their_screens(browser, browser_context_args, product):
    """A page for each person, each with cookies of their own and the phone's width for the representative."""
    contexts = {
        "editor": browser.new_context(**browser_context_args, base_url=product.url),
        "representative": browser.new_context(
            **browser_context_args, base_url=product.url, viewport={"width": 360, "height": 740}
        ),
    }
    yield {name: context.new_page() for name, context in contexts.items()}
    for context in contexts.values():
        context.close()


def test_from_the_editors_desk_to_a_persons_calendar(people_at_their_screens, product):
    editor = people_at_their_screens["editor"]
    amina = people_at_their_screens["representative"]

    # 1. An editor signs in, writes a meeting, previews it as a visitor, publishes it.
    sign_in(editor, EDITOR, product.mailbox)
    write_meeting(editor)
    preview_as_visitor(editor)
    publish(editor)

    # 2. An organisation registers itself; the unit approves; its representative signs in with a code.
    apply(amina)
    open_link_of(product.mailbox.wait_for(REPRESENTATIVE, "bestätigen")[0], amina)
    amina.get_by_role("button", name="Ja, Antrag abgeben").click()
    expect(amina.get_by_role("heading", level=1)).to_contain_text("angekommen")
    approve(editor)
    product.mailbox.wait_for(REPRESENTATIVE, "Willkommen")
    sign_in(amina, REPRESENTATIVE, product.mailbox)

    # 3. The representative joins for themselves and for a colleague who has no e-mail address.
    join_with_colleague(amina)

    # 4. A confirmation for each, with the calendar file, went through the outbox and the worker.
    for mail in product.mailbox.wait_for(REPRESENTATIVE, f"Angemeldet: {TITLE}", number=2):
        [file] = [part for part in mail.iter_attachments() if part.get_filename() == "termin.ics"]
        assert file.get_content_type() == "text/calendar"
        assert read(file.get_content()).summary.value == TITLE

    # 5. The public and the personal feed deliver the meeting.
    public, personal = f"{product.url}/kalender/alle.ics", personal_address(amina)
    before = {url: meeting_in(url) for url in (public, personal)}
    for entry in before.values():
        assert entry.dtstart.value == STARTS
        assert int(entry.sequence.value) == 0
    assert before[public].uid.value == before[personal].uid.value

    # 6. The editor moves the meeting by an hour.
    move_by_an_hour(editor)
    for url, old in before.items():
        new = meeting_in(url)
        assert new.uid.value == old.uid.value
        assert new.dtstart.value == STARTS + timedelta(hours=1)
        assert int(new.sequence.value) == int(old.sequence.value) + 1
    for mail in product.mailbox.wait_for(REPRESENTATIVE, f"Geändert: {TITLE}", number=2):
        assert "19:00" in mail.get_body(("plain",)).get_content()


# --- What the people do ----------------------------------------------------------------------------
def sign_in(page, address, mailbox):
    seen = len([m for m in mailbox.messages if address in m["To"] and "Code" in m["Subject"]])
    page.goto("/konto/login/")
    page.locator("#id_email").fill(address)
    page.get_by_role("button", name="Code schicken").click()
    mail = mailbox.wait_for(address, "Code", number=seen + 1)[-1]
    code = re.search(r"^ {4}(\S+)", mail.get_body(("plain",)).get_content(), re.MULTILINE).group(1)
    page.get_by_role("textbox").first.fill(code)
    page.get_by_role("button", name="Weiter").click()
    if "/2fa/" in page.url:  # who writes here enters the app's code too; the demo has filled it in
        page.get_by_role("button", name="Einloggen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Guten Tag")


def write_meeting(page):
    page.goto("/redaktion/")
    page.get_by_role("link", name="Veranstaltungen").first.click()
    page.get_by_role("link", name=re.compile("hinzufügen|Neu", re.IGNORECASE)).first.click()
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_summary").fill("Wer arbeitet woran, und was geht gemeinsam?")
    page.locator("#id_format").select_option(label="Vernetzungstreffen")
    fill_time(page, "starts_at", STARTS)
    fill_time(page, "ends_at", STARTS + timedelta(hours=2))
    page.locator("#id_venue_name").fill("Stadtteiltreff Beispiel")
    page.locator("#id_venue_address").fill("Musterweg 4, 36037 Fulda")
    page.locator("#id_district").select_option(label="Landkreis Fulda")
    page.locator("#id_seats_onsite").fill("20")


def fill_time(page, name, moment):
    field = page.locator(f"#id_sessions-0-{name}")
    field.fill(moment.strftime("%Y-%m-%dT%H:%M"))


def preview_as_visitor(page):
    page.get_by_role("button", name=re.compile("Vorschau")).first.click()
    preview = page.frame_locator("iframe[title]").first
    expect(preview.get_by_role("heading", name=TITLE)).to_be_visible(timeout=20_000)
    expect(preview.get_by_text("Stadtteiltreff Beispiel").first).to_be_visible()
    page.get_by_role("button", name=re.compile("Vorschau")).first.click()


def publish(page):
    page.locator(".footer [data-w-dropdown-target='toggle']").click()
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(page.get_by_text(TITLE).first).to_be_visible()
    page.goto("/termine/")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()


def apply(page):
    page.goto("/mitmachen/")
    page.get_by_label("Migrantenorganisation (Verein)").check()
    page.get_by_label("Name der Organisation").fill("Neuer Verein Rhön e. V.")
    page.get_by_label("Postleitzahl").fill("36037")
    page.get_by_label("Ihr Name").fill("Amina Neu")
    page.get_by_label("Ihre E-Mail-Adresse").fill(REPRESENTATIVE)
    page.get_by_role("button", name="Antrag absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fast geschafft")


def open_link_of(mail, page):
    text = mail.get_body(("plain",)).get_content()
    page.goto(re.search(r"http\S+/mitmachen/bestaetigen/\S+", text).group())


def approve(page):
    page.goto("/redaktion/snippets/organisations/organisationapplication/")
    page.get_by_role("link", name="Neuer Verein Rhön e. V.").first.click()
    page.get_by_role("button", name="Freigeben").click()
    expect(page.get_by_text("Die Ansprechperson bekommt eine E-Mail")).to_be_visible()


def join_with_colleague(page):
    page.goto("/termine/")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Anmelden").click()
    expect(page.get_by_label("Amina Neu")).to_be_checked()
    page.get_by_label("Noch jemand aus Ihrer Organisation").fill("Yusuf Ohnemail")
    page.get_by_role("button", name="Verbindlich anmelden").click()
    expect(page.get_by_text("2 Personen sind angemeldet")).to_be_visible()
    expect(page.get_by_text("Yusuf Ohnemail").first).to_be_visible()


def personal_address(page):
    page.goto("/mitglieder/kalender/")
    page.get_by_label("Wofür").fill("Mein Handy")
    page.get_by_role("button", name="Adresse anlegen").click()
    return page.locator("a[href*='/kalender/p/'][href^='http']").get_attribute("href")


def move_by_an_hour(page):
    page.goto("/redaktion/snippets/programme/event/")
    page.get_by_role("link", name=TITLE).first.click()
    fill_time(page, "ends_at", STARTS + timedelta(hours=3))
    fill_time(page, "starts_at", STARTS + timedelta(hours=1))
    page.get_by_role("button", name="Speichern").click()
    expect(page.locator(".messages .success")).to_be_visible()


# --- What a calendar program sees ---------------------------------------------------------------------
def meeting_in(url):
    with urlopen(url) as answer:
        calendar = vobject.readOne(answer.read().decode())
    [entry] = [entry for entry in calendar.vevent_list if entry.summary.value == TITLE]
    return entry


def read(text):
    return vobject.readOne(text if isinstance(text, str) else text.decode()).vevent
