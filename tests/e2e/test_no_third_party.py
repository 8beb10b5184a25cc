"""Nobody else learns who visits: no request leaves for another host, and looking around leaves no cookie."""

from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

PUBLIC = ["/", "/termine/", "/mitmachen/", "/barriere-melden/", "/impressum/", "/datenschutz/", "/konto/login/"]
ADMIN = [
    "/redaktion/",
    "/redaktion/snippets/programme/event/",
    "/redaktion/snippets/programme/event/add/",
    "/redaktion/images/",
    "/redaktion/pages/",
]
ALLOWED = {"", "localhost"}
FORMS = {"/mitmachen/", "/barriere-melden/", "/konto/login/"}


@pytest.fixture
def visitor(browser, browser_context_args, product):
    """A page that notes every host it asks, and what the browser complained about."""
    context = browser.new_context(**browser_context_args, base_url=product.url)
    page = context.new_page()
    page.hosts, page.complaints = set(), []
    page.on("request", lambda request: page.hosts.add(urlsplit(request.url).hostname or ""))
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()


def visit(page, addresses):
    for address in addresses:
        assert page.goto(address, wait_until="networkidle").status == 200, address


def test_looking_around_asks_nobody_else_and_leaves_no_cookie(visitor):
    visit(visitor, [address for address in PUBLIC if address not in FORMS])
    visitor.locator("a[href^='/termine/']").first.click()
    assert visitor.hosts <= ALLOWED
    assert visitor.context.cookies() == []
    assert visitor.complaints == []


def test_a_form_leaves_only_the_cookie_that_protects_it(visitor):
    visit(visitor, sorted(FORMS))
    assert visitor.hosts <= ALLOWED
    assert {cookie["name"] for cookie in visitor.context.cookies()} <= {"csrftoken", "sessionid"}
    assert visitor.complaints == []


def test_the_editors_desk_asks_nobody_else_either(visitor):
    visitor.goto("/demo/")
    visitor.get_by_role("button", name="Redaktionsleitung beramí").click()
    visitor.get_by_role("button", name="Einloggen").click()  # the code that the demo has filled in
    visit(visitor, ADMIN)
    assert visitor.hosts <= ALLOWED
    assert visitor.complaints == []
