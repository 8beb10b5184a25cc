"""The first visit from an old phone on a bad line: what the home page weighs, and when its first words stand there.

What is counted is what crosses the line in Chromium with an empty cache. The product has no proxy in front here
(docs/decisions/0010-compression.md). `benchmarks/first_visit.py` prints the numbers.
"""

import pytest

from tests.e2e.slow_line import first_text, slow_page

pytestmark = pytest.mark.browser

KB = 1000  # bytes, as a phone's contract counts them
WITHOUT_FONTS, WITH_FONTS = 60 * KB, 150 * KB
FIRST_TEXT = 4_000  # milliseconds


@pytest.fixture
def first_visit(browser, browser_context_args, product):
    """A phone that was never here."""
    context = browser.new_context(**browser_context_args, base_url=product.url, viewport={"width": 360, "height": 740})
    yield slow_page(context)
    context.close()


@pytest.mark.parametrize("home", ["/", "/ar/"])
def test_the_home_page_is_light_and_its_first_words_come_soon(first_visit, home):
    page = first_visit
    page.goto(home, wait_until="networkidle")
    assert {"Document", "Stylesheet", "Font"} <= set(page.weight), page.weight
    without_fonts = sum(page.weight[kind] for kind in ("Document", "Stylesheet", "Script", "Fetch", "XHR"))
    assert without_fonts <= WITHOUT_FONTS, page.weight
    assert without_fonts + page.weight["Font"] <= WITH_FONTS, page.weight
    assert first_text(page) < FIRST_TEXT
