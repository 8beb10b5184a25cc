"""Every page there is, for everybody who can see it, in every language, on phones and desks, by day and by night.

Where the pages come from: `site_map.py`. What is asked of them: `rules.py`. In `make test` every page is seen in every
language and over these in each width and scheme; `make test-looks` tries all sixteen.
"""

from urllib.parse import urlsplit

import pytest

from tests.e2e.access import empty_forms, rules
from tests.e2e.access.combinations import LANGUAGES, is_thorough, looks

pytestmark = pytest.mark.browser

SHARES = [("visitor", 0, 2), ("visitor", 1, 2), ("representative", 0, 1), ("secured", 0, 1)]
"""Who looks, and which share of their pages: so that the processes of a run have about the same to do."""

EVERY_LOOK = pytest.mark.parametrize(
    "full", [False, pytest.param(True, marks=pytest.mark.looks)], ids=["sample", "all"]
)
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
EVERY_SHARE = pytest.mark.parametrize(("who", "share", "of"), SHARES, ids=[f"{who}{n}" for who, n, _ in SHARES])


@EVERY_LOOK
@EVERY_LANGUAGE
@EVERY_SHARE
def test_every_page_for_everybody(site_map, page_of, who, share, of, language, full):
    page = page_of(site_map[who])
    complaints = []
    for found in site_map[who].pages_in(language):
        number = found.number
        if number % of == share:
            chosen = looks(language, number, full)
            complaints += look_at(page, found, chosen)
            if is_thorough(language, number, full):
                complaints += use(page, chosen)
                complaints += look_at_mistakes(page, found, chosen)
    assert complaints == []


def look_at(page, found, chosen):
    """What the page says, and axe in every chosen look. Each complaint begins with where it was."""
    show(page, chosen[0])
    answer = page.goto(found.address)
    complaints = [
        *rules.document(page),
        *rules.language(page, found.language),
        *rules.names(page),
        *rules.live_regions(page, answer.text()),
    ]
    complaints += axe_in(page, chosen)
    return [f"{found.address}: {complaint}" for complaint in complaints]


def use(page, chosen):
    """The page that lies open, by keyboard at each width, enlarged, on a small screen, recoloured and on paper."""
    complaints = []
    for look in {look.width: look for look in chosen}.values():
        show(page, look)
        complaints += [f"{look.width}: {said}" for said in (*rules.keyboard(page), *rules.large_text(page))]
    complaints += [
        *rules.small_screen(page),
        *rules.forced_colours(page),
        *rules.on_paper(page),
        *rules.skip_link(page),
    ]
    return [f"{urlsplit(page.url).path}: {complaint}" for complaint in complaints]


def look_at_mistakes(page, found, chosen):
    """Every form on the page, sent empty."""
    complaints = []
    page.goto(found.address)
    for place in empty_forms.places(page):
        show(page, chosen[0])
        page.goto(found.address)
        if not empty_forms.send_empty(page, place):
            continue
        said = [*empty_forms.mistakes(page), *rules.document(page), *rules.names(page), *axe_in(page, chosen)]
        said += [*rules.small_screen(page), *rules.forced_colours(page)]
        complaints += [f"{found.address}: form {place} with mistakes: {complaint}" for complaint in said]
    return complaints


def axe_in(page, chosen):
    complaints = []
    for look in chosen:
        show(page, look)
        complaints += [f"{look.width} {look.scheme}: {complaint}" for complaint in rules.axe(page)]
    return complaints


def show(page, look):
    page.set_viewport_size({"width": look.width, "height": page.viewport_size["height"]})
    page.emulate_media(color_scheme=look.scheme)
