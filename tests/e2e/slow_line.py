"""A page on a slow line, weighed as it arrives. For the test of the first visit and its benchmark."""

from collections import Counter

SLOW = {"offline": False, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8, "latency": 400}
"""400 kbit/s and 400 ms, as Chromium's own throttling takes them: bytes a second, milliseconds."""


def slow_page(context):
    """A page of `context` that was never anywhere, on a slow line; its `weight` is in bytes on the line, by kind."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", SLOW)
    kinds, page.weight = {}, Counter()

    def finished(event):
        page.weight[kinds.get(event["requestId"], "Other")] += event["encodedDataLength"]

    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    session.on("Network.loadingFinished", finished)
    return page


def first_text(page):
    """Milliseconds from the click to the first words on the screen."""
    return page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
