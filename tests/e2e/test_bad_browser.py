"""Browsers that lack something: the network for a moment, storage, cookies, JavaScript. What was typed is not lost."""

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REFUSE_STORAGE = """
for (const kind of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, kind, { get() { throw new DOMException("denied", "SecurityError"); } });
}
"""
LETTERS = "Ü" * 500
MIXED = "أمينة Haddad-Müller الحلبي"
EMOJI = "🎉👩‍👧‍👦"


@pytest.fixture
def open_page(browser, browser_context_args, product):
    """A page of a fresh browser, on a small phone. Notes what the browser complains about."""
    contexts = []

    def new(**options):
        context = browser.new_context(
            **{**browser_context_args, "base_url": product.url, "viewport": {"width": 320, "height": 700}, **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield new
    for context in contexts:
        context.close()


def fill_in_application(page, name="Verein Brücke", email="bruecke@example.org"):
    page.goto("/mitmachen/")
    page.locator("input[name=kind]").first.check()
    page.locator("#id_name").fill(name)
    page.locator("#id_postal_code").fill("٦٣٤٥٠")
    page.locator("#id_contact_name").fill(MIXED)
    page.locator("#id_email").fill(email)


def kept(page, store="localStorage"):
    """What lies on the device: name of the form → answers."""
    text = page.evaluate("kind => JSON.stringify({ ...window[kind] })", store)
    return {key: json.loads(value)["answers"] for key, value in json.loads(text).items() if key.startswith("draft:")}


def as_representative(page):
    page.goto("/demo/")
    page.get_by_role("button", name="als Vertretung").click()


# --- The network breaks ---------------------------------------------------------------------------
def test_what_was_typed_is_there_after_a_reload_in_every_language_and_goes_when_it_has_arrived(open_page):
    page = open_page()
    fill_in_application(page)
    page.goto("/en/mitmachen/")

    expect(page.locator("#id_contact_name")).to_have_value(MIXED)
    expect(page.locator("input[name=kind]").first).to_be_checked()
    expect(page.get_by_role("status").get_by_role("button")).to_be_visible()
    assert set(kept(page)) == {"draft:apply"}
    assert "csrfmiddlewaretoken" not in kept(page)["draft:apply"]
    assert "submission_key" not in kept(page)["draft:apply"]

    page.locator("main form button[type=submit]").click()
    expect(page).to_have_url(re.compile("/gesendet/"))
    assert kept(page) == {}
    page.goto("/mitmachen/")
    expect(page.locator("#id_name")).to_have_value("")
    assert page.complaints == []


def test_a_form_sent_back_with_mistakes_stays_kept_and_can_be_thrown_away(open_page):
    page = open_page()
    fill_in_application(page, email="keine Adresse")
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.get_by_role("status").get_by_role("button")).to_have_count(0)  # the server showed it, nothing to say
    page.goto("/mitmachen/")

    expect(page.locator("#id_email")).to_have_value("keine Adresse")
    page.get_by_role("button", name="Verwerfen").click()

    expect(page.locator("#id_email")).to_have_value("")
    assert kept(page) == {}
    assert page.evaluate("document.activeElement.name") == "kind"


def test_without_a_network_the_form_says_so_and_stays(open_page):
    page = open_page()
    fill_in_application(page)
    page.context.set_offline(True)
    page.locator("main form button[type=submit]").click()

    notice = page.locator("[data-draft-offline]")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text("kein Netz")
    expect(page.locator("#id_name")).to_have_value("Verein Brücke")
    page.context.set_offline(False)
    expect(notice).to_be_hidden()


def test_a_report_of_a_barrier_is_kept_no_longer_than_the_tab(open_page):
    """Who tells of a barrier may tell of their health."""
    page = open_page()
    page.goto("/barriere-melden/")
    page.locator("#id_text").fill("Mit der Lupe sehe ich den Knopf nicht.")
    page.reload()

    expect(page.locator("#id_text")).to_have_value("Mit der Lupe sehe ich den Knopf nicht.")
    assert kept(page, "localStorage") == {}
    page.locator("main form button[type=submit]").click()
    expect(page).to_have_url(re.compile("/danke/"))
    assert kept(page, "sessionStorage") == {}


def test_what_is_marked_so_is_never_kept(open_page):
    """Answers about one's health, and codes."""
    page = open_page()
    page.goto("/mitmachen/")
    page.evaluate("document.getElementById('id_contact_name').dataset.draft = 'never'")
    page.evaluate("document.getElementById('id_email').autocomplete = 'one-time-code'")
    page.locator("#id_name").fill("Verein Brücke")
    page.locator("#id_contact_name").fill("Rollstuhl")
    page.locator("#id_email").fill("123456")

    assert set(kept(page)["draft:apply"]) == {"name"}


def test_what_members_typed_is_theirs_alone_and_goes_when_they_sign_out(open_page):
    page = open_page()
    as_representative(page)
    page.goto("/mitglieder/")
    address = page.get_by_role("link", name="Person ohne E-Mail-Adresse hinzufügen").first.get_attribute("href")
    page.goto(address)
    page.locator("#id_name").fill(MIXED)
    [key] = kept(page)
    assert re.fullmatch(r"draft:colleague-\d+", key)

    page.evaluate(
        "key => { const draft = JSON.parse(localStorage[key]); draft.owner = 'somebody else';"
        "localStorage[key] = JSON.stringify(draft); }",
        key,
    )
    page.reload()
    expect(page.locator("#id_name")).to_have_value("")

    page.locator("#id_name").fill(MIXED)
    page.goto("/konto/logout/")
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("status")).to_contain_text("ausgeloggt")
    assert kept(page) == {}


def test_a_draft_is_forgotten_after_a_week(open_page):
    page = open_page()
    fill_in_application(page)
    page.evaluate(
        "() => { const old = JSON.parse(localStorage['draft:apply']); old.at -= 7 * 864e5 + 1;"
        "localStorage['draft:apply'] = JSON.stringify(old); localStorage['draft:broken'] = 'nonsense'; }"
    )
    page.reload()

    expect(page.locator("#id_name")).to_have_value("")
    assert kept(page) == {}


# --- Something is denied --------------------------------------------------------------------------
def test_storage_denied_the_form_works_and_nothing_complains(open_page):
    page = open_page()
    page.add_init_script(REFUSE_STORAGE)
    fill_in_application(page, email="ohne.speicher@example.org")
    page.locator("main form button[type=submit]").click()

    expect(page).to_have_url(re.compile("/gesendet/"))
    assert page.complaints == []


def test_without_cookies_each_try_says_how_to_go_on(open_page):
    page = open_page()
    page.goto("/barriere-melden/")
    page.locator("#id_text").fill("Zu kleine Schrift")
    for _try in range(2):
        page.context.clear_cookies()  # as a browser that takes none
        page.locator("main form button[type=submit]").click()
        expect(page.locator(".error-summary")).to_contain_text("Cookie")
        expect(page.locator("#id_text")).to_have_value("Zu kleine Schrift")


def test_without_javascript_the_main_forms_go_through(open_page):
    page = open_page(java_script_enabled=False)
    fill_in_application(page, email="ohne.skript@example.org")
    page.locator("main form button[type=submit]").click()
    expect(page).to_have_url(re.compile("/gesendet/"))

    page.goto("/barriere-melden/")
    page.locator("#id_text").fill("Ohne Skript")
    page.locator("main form button[type=submit]").click()
    expect(page).to_have_url(re.compile("/danke/"))

    as_representative(page)
    page.goto("/termine/")
    page.locator("main a[href^='/termine/']").first.click()
    page.get_by_role("link", name="Anmelden", exact=True).first.click()
    page.locator("#id_new_colleague").fill(f"{MIXED} {EMOJI}")
    page.locator("main form button[type=submit]").click()
    assert urlsplit(page.url).path == "/mitglieder/"
    expect(page.locator("main").get_by_text(f"{MIXED} {EMOJI}").first).to_be_visible()


# --- Long words ------------------------------------------------------------------------------------
def test_five_hundred_letters_without_a_blank_break_and_are_not_lost(open_page):
    page = open_page()
    fill_in_application(page, name=LETTERS)
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".error-summary")).to_contain_text("500")
    expect(page.locator("#id_name")).to_have_value(LETTERS)
    assert not is_too_wide(page)

    as_representative(page)
    page.goto("/mitglieder/")
    page.get_by_role("link", name="Person ohne E-Mail-Adresse hinzufügen").first.click()
    page.locator("#id_name").fill(LETTERS[:200])
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main").get_by_text(LETTERS[:200]).first).to_be_visible()
    assert not is_too_wide(page)


def is_too_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
