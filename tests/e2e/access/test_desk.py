"""The editors' desk, as far as it shows models of ours: nothing axe finds against WCAG 2.2 AA, every control named.

Frame and widgets are Wagtail's, with good practice of their own, so axe's best practices are not asked here.
"""

import pytest

from tests.e2e.access import rules

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.full)], ids=["every fourth", "all"])
def test_our_models_at_the_desk(site_map, page_of, step):
    pages = [found for found in site_map["editor"].pages if found.title]  # without one it is a part of a page
    assert len(pages) > 20
    page = page_of(site_map["editor"])
    complaints = []
    for found in pages[::step]:
        page.goto(found.address)
        said = [*rules.axe(page, rules.WCAG), *rules.names(page)]
        complaints += [f"{found.address}: {complaint}" for complaint in said]
    assert complaints == []
