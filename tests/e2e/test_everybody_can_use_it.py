"""Every page that can be reached by links, held against WCAG 2.2 AA as far as a machine can (axe, with contrast).

The pages are found by following links, so that a new one is covered without anybody remembering it.
"""

from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
VARIANTS = [(1280, "light"), (360, "dark"), (1280, "dark"), (360, "light")]
NOT_PAGES = ("/kalender/", "/dateien/", "/redaktion/", "/demo/mails/", "/demo/anhaenge/", "/media/", "/static/")
ENOUGH = 60  # pages; more than there are, so that a loop of links ends


@pytest.fixture
def open_page(browser, browser_context_args, product):
    contexts = []

    def new(width, scheme, **options):
        context = browser.new_context(
            **browser_context_args,
            base_url=product.url,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


def addresses_from(page, start):
    """Every page that links lead to from `start`, in the order they are found; query strings count once."""
    found, waiting = [], [start]
    while waiting and len(found) < ENOUGH:
        address = waiting.pop(0)
        if address in found:
            continue
        page.goto(address)
        found.append(address)
        host = urlsplit(page.url).netloc
        for href in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            target = urlsplit(urljoin(page.url, href))
            is_page = target.netloc == host and not target.path.startswith(NOT_PAGES)
            if is_page and target.path not in found and target.path not in waiting:
                waiting.append(target.path)
    return found


def complaints_about(page, address):
    """What axe says, in a line each."""
    violations = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{address}: {violation['id']}: {node['target']}: {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]


def variants_of(number, full):
    """All four in the full run; else one after the other, page by page."""
    return VARIANTS if full else [VARIANTS[number % len(VARIANTS)]]


def check_everything(open_page, start, full, sign_in=None, only=lambda address: True):
    pages = {variant: open_page(*variant) for variant in VARIANTS}
    for page in pages.values():
        if sign_in:
            sign_in(page)
    complaints = []
    addresses = [address for address in addresses_from(pages[VARIANTS[0]], start) if only(address)]
    for number, address in enumerate(addresses):
        for variant in variants_of(number, full):
            page = pages[variant]
            page.goto(address)
            complaints += complaints_about(page, f"{address} {variant}")
    assert complaints == []
    return addresses


def as_representative(page):
    page.goto("/demo/")
    page.get_by_role("button", name="als Vertretung").click()


def is_for_members(address):
    return address.startswith(("/mitglieder/", "/konto/")) or address.endswith("/anmelden/")


EVERY_VARIANT = pytest.mark.parametrize("full", [False, pytest.param(True, marks=pytest.mark.full)])


@EVERY_VARIANT
def test_what_visitors_see(open_page, full):
    addresses = check_everything(open_page, "/", full)
    for expected in ("/", "/termine/", "/mitmachen/", "/impressum/", "/datenschutz/", "/barriere-melden/"):
        assert expected in addresses
    assert any(address.startswith("/termine/") and address != "/termine/" for address in addresses)


@EVERY_VARIANT
def test_what_members_see(open_page, full):
    addresses = check_everything(open_page, "/mitglieder/", full, as_representative, only=is_for_members)
    assert "/mitglieder/kalender/" in addresses
    assert any(address.endswith("/anmelden/") for address in addresses)


@pytest.mark.parametrize("variant", VARIANTS)
def test_forms_with_mistakes(open_page, variant):
    page = open_page(*variant)
    complaints = []
    for address in ("/mitmachen/", "/barriere-melden/"):
        page.goto(address)
        page.locator("main form button[type=submit]").first.click()
        expect(page.locator(".error-summary")).to_be_focused()
        complaints += complaints_about(page, f"{address} {variant}")
    assert complaints == []


@pytest.mark.parametrize("address", ["/gibt-es-nicht/", "/mitmachen/bestaetigen/falsch/", "/konto/login/"])
def test_pages_no_link_leads_to(open_page, address):
    page = open_page(360, "light")
    page.goto(address)
    assert complaints_about(page, address) == []


def test_nothing_is_wider_than_a_small_screen_or_twice_the_text(open_page):
    """WCAG 2.2, 1.4.10 (320 px) and 1.4.4 (200 %)."""
    page = open_page(320, "light")
    too_wide = []
    for address in addresses_from(page, "/"):
        page.goto(address)
        for size in ("100%", "200%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                too_wide.append(f"{address} at {size}")
    assert too_wide == []


def test_every_page_works_without_javascript(open_page):
    page = open_page(360, "light", java_script_enabled=False)
    page.goto("/mitmachen/")
    page.get_by_role("button", name="Antrag absenden").click()
    assert page.get_by_role("heading", name="Bitte prüfen Sie Ihre Angaben").is_visible()
