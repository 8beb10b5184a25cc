"""Every page and form without JavaScript: nothing waits for a script, and a form sent empty comes back and says why."""

import pytest

from tests.e2e.access import empty_forms, rules

pytestmark = pytest.mark.browser

IDLE = """[...document.querySelectorAll(`button[type=button], [role=tab], a[href^="javascript:"], a[href="#"],
    [onclick]`)].filter(access.isSeen).map(access.called)"""


@pytest.mark.parametrize("who", ["visitor", "representative"])
def test_every_page_and_form_works_without_javascript(site_map, page_of, who):
    page = page_of(site_map[who], java_script_enabled=False)
    complaints = []
    for found in site_map[who].pages_in("de"):
        complaints += [f"{found.address}: {complaint}" for complaint in look_at(page, found.address)]
    assert complaints == []


def look_at(page, address):
    open_page(page, address)
    complaints = [f"waits for a script: {control}" for control in page.evaluate(IDLE)]
    for place in empty_forms.places(page):
        open_page(page, address)
        form = page.locator("main form").nth(place)
        if form.get_attribute("novalidate") is None:
            complaints.append(f"form {place}: the browser's own words come before ours (novalidate is missing)")
            continue
        page.evaluate("place => access.forms.clear(place)", place)
        with page.expect_navigation():
            form.locator("button[type=submit], button:not([type])").first.click()
        page.evaluate(rules.SCRIPTS)
        page.wait_for_timeout(50)  # for autofocus
        if page.locator(".error-summary").count():
            complaints += [f"form {place}: {complaint}" for complaint in page.evaluate("access.forms.summary()")]
    return complaints


def open_page(page, address):
    page.goto(address)
    page.evaluate(rules.SCRIPTS)  # from outside: what the page itself brings along does not run
