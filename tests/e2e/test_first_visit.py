"""The first visit from an old phone on a bad line: what the home page weighs, and when its first words stand there.

What is counted is what crosses the line in Chromium, with an empty cache; the product answers as in production
without a proxy: style sheets and scripts compressed by WhiteNoise, pages by `config.compression`.
"""

import pytest

pytestmark = pytest.mark.browser

KB = 1000  # bytes, as a phone's contract counts them
WITHOUT_FONTS, WITH_FONTS = 60 * KB, 150 * KB
FIRST_TEXT = 4_000  # ms, at SLOW
SLOW = {"offline": False, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8, "latency": 400}
"""400 kbit/s and 400 ms, as Chromium's own throttling takes them: bytes a second, milliseconds."""
HOMES = ["/", "/ar/"]


@pytest.fixture
def first_visit(browser, browser_context_args, product):
    """A phone that was never here, on a slow line; notes the weight of whatever arrives, by kind."""
    context = browser.new_context(**browser_context_args, base_url=product.url, viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", SLOW)
    page.kinds, page.weight = {}, {}

    def arrived(event):
        kind = page.kinds.get(event["requestId"], "Other")
        page.weight[kind] = page.weight.get(kind, 0) + event["encodedDataLength"]

    session.on("Network.responseReceived", lambda event: page.kinds.update({event["requestId"]: event["type"]}))
    session.on("Network.loadingFinished", arrived)
    yield page
    context.close()


@pytest.mark.parametrize("home", HOMES)
def test_the_home_page_is_light_and_its_first_words_come_soon(first_visit, home):
    page = first_visit
    page.goto(home, wait_until="networkidle")
    assert {"Document", "Stylesheet", "Font"} <= set(page.weight), page.weight
    words = sum(page.weight.get(kind, 0) for kind in ("Document", "Stylesheet", "Script", "Fetch", "XHR"))
    assert words <= WITHOUT_FONTS, page.weight
    assert words + page.weight["Font"] <= WITH_FONTS, page.weight
    assert first_text(page) < FIRST_TEXT


def first_text(page):
    """Milliseconds from the click to the first words on the screen."""
    return page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
