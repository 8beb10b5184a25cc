"""No figure without its date, no state without its day, no notice after its end."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.pages.blocks import BodyBlock, body_parts
from cms.pages.enums import Destination, ProgrammeState
from tests.factories.pages import make_page

FIGURE = {
    "value": "über 1.100",
    "label": "Lots*innen",
    "as_of": date(2025, 11, 7),
    "source_title": "Kompetenzzentrum",
    "source_url": "https://example.org/zahlen",
    "next_review": date(2026, 11, 7),
}
STATE = {
    "name": "Integrationskurs mit Kind",
    "state": ProgrammeState.ENDED,
    "as_of": date(2023, 12, 31),
    "text": "<p>Ausgelaufen.</p>",
    "source_title": "Frühe Chancen",
    "source_url": "https://example.org/programm",
}


def block(name):
    return BodyBlock().child_blocks[name]


def rendered(name, value):
    return block(name).render(block(name).to_python(dict(value)))


def test_a_heading_and_what_follows_it_are_one_section():
    text = {"type": "text", "value": "<p>Ein Satz.</p>"}
    body = BodyBlock().to_python(
        [
            text,
            {"type": "heading", "value": {"text": "Beratung", "level": "2"}},
            text,
            {"type": "heading", "value": {"text": "Am Telefon", "level": "3"}},
            text,
        ]
    )
    html = BodyBlock().render(body)

    assert [[block.block_type for block in part.blocks] for part in body_parts(body)] == [
        ["text"],
        ["text", "heading", "text"],
    ]
    assert html.count("<section") == 1
    assert html.index("<section") < html.index("Beratung") < html.index("Am Telefon") < html.index("</section")


def test_a_figure_shows_its_date_and_its_source_as_a_foreign_site():
    html = rendered("key_figure", FIGURE)

    assert "über 1.100" in html
    assert "7. November 2025" in html
    assert 'href="https://example.org/zahlen"' in html
    assert "(externe Seite)" in html


def test_a_figure_without_a_date_is_not_shown():
    assert "1.100" not in rendered("key_figure", FIGURE | {"as_of": None})


def test_a_programme_shows_its_state_with_a_date_and_nothing_without():
    assert "beendet" in rendered("programme_state", STATE)
    assert "31. Dezember 2023" in rendered("programme_state", STATE)
    assert "Ausgelaufen" not in rendered("programme_state", STATE | {"as_of": None})


@pytest.mark.parametrize("missing", ["as_of", "source_title", "source_url", "next_review"])
def test_a_figure_is_not_accepted_without_date_source_and_review(missing):
    value = block("key_figure").to_python(FIGURE | {missing: None if missing.endswith(("of", "review")) else ""})

    with pytest.raises(ValidationError):
        block("key_figure").clean(value)


@pytest.mark.parametrize(
    ("as_of", "next_review"),
    [
        (date(2999, 1, 1), date(2999, 6, 1)),
        (date(2025, 11, 7), date(2025, 11, 7)),
        (date(2025, 11, 7), date(2025, 1, 1)),
    ],
)
def test_a_figure_of_tomorrow_or_reviewed_in_the_past_is_not_accepted(as_of, next_review):
    value = block("key_figure").to_python(FIGURE | {"as_of": as_of, "next_review": next_review})

    with pytest.raises(ValidationError):
        block("key_figure").clean(value)


@pytest.mark.parametrize(
    ("now", "shown"), [("2026-03-01T22:59:00Z", True), ("2026-03-01T23:01:00Z", False), ("2026-02-01T12:00:00Z", True)]
)
def test_a_notice_leaves_at_the_end_of_its_last_day_in_berlin(now, shown):
    value = {"text": "Heute geschlossen", "kind": "", "ends_on": date(2026, 3, 1)}

    with time_machine.travel(now, tick=False):
        assert ("Heute geschlossen" in rendered("notice", value)) is shown


@pytest.mark.parametrize(
    "targets", [{}, {"destination": Destination.EVENTS, "url": "https://example.org/"}], ids=["none", "two"]
)
def test_a_call_to_action_has_exactly_one_target(targets):
    value = block("call_to_action").to_python(
        {"text": "", "label": "Los", "destination": "", "page": None, "url": ""} | targets
    )

    with pytest.raises(ValidationError):
        block("call_to_action").clean(value)


def test_a_button_to_a_page_that_went_offline_disappears(home, rf):
    target = make_page(home, "Ziel")
    value = {"text": "", "label": "Zum Ziel", "destination": "", "page": target.pk, "url": ""}
    assert 'href="/ziel/"' in rendered("call_to_action", value)

    target.unpublish()

    assert "Zum Ziel" not in rendered("call_to_action", value)


def test_every_block_can_be_looked_at_before_it_is_chosen(admin_client):
    for name, child in BodyBlock().child_blocks.items():
        assert child.meta.icon != "placeholder", name
        assert child.meta.description, name
        assert child.is_previewable, name
        response = admin_client.get("/redaktion/block-preview/", {"id": child.definition_prefix})
        assert response.status_code == 200, name
        assert "css/tokens.css" in response.content.decode(), name


def test_the_preview_of_a_notice_is_not_over():
    assert block("notice").get_preview_value()["ends_on"] > timezone.localdate() + timedelta(days=365)


def test_a_link_in_a_text_says_that_it_leads_away():
    html = block("text").render(block("text").to_python('<p><a href="https://example.org/?a=1&amp;b=2">Karte</a></p>'))

    assert '<a href="https://example.org/?a=1&amp;b=2" class="external" rel="external noopener">Karte</a>' in html
