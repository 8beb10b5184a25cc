"""From a typed postcode to a place, a district and a region, or to a question."""

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags

from network.places.credits import CREDITS
from network.places.models import Postcode
from network.places.selectors import places_by_postcode, postcode_exists, regions_by_postcode
from network.places.services import DATA
from network.places.validators import clean_postcode, hessian_postcode


@pytest.mark.parametrize(
    "typed",
    ["63450", " 63450 ", "63 450", "٦٣٤٥٠", "۶۳۴۵۰", "६३४५०", "６３４５０", "D-63450", "de-63450", "\u200f63450\u202c"],
)
def test_a_postcode_is_read_the_way_people_write_it(typed):
    assert clean_postcode(typed) == "63450"


@pytest.mark.parametrize("typed", ["", "6345", "634500", "6345O", "63450 Hanau", "¹²³⁴⁵", "-63450", "<b>63450</b>"])
def test_what_is_no_postcode_is_none(typed):
    assert clean_postcode(typed) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("6345", "Eine Postleitzahl hat fünf Ziffern, zum Beispiel 60311."),
        ("abcde", "Eine Postleitzahl hat fünf Ziffern, zum Beispiel 60311."),
        ("10115", "10115 ist keine Postleitzahl in Hessen."),
        ("٠٠٠٠٠", "00000 ist keine Postleitzahl in Hessen."),
    ],
)
def test_the_message_says_what_to_do(typed, message):
    with pytest.raises(ValidationError) as refusal:
        hessian_postcode(typed)
    assert refusal.value.messages[0].startswith(message)
    assert "Bitte prüfen Sie" in refusal.value.messages[0]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["63450", "٦٣٤٥٠"])
def test_a_hessian_postcode_passes(typed):
    hessian_postcode(typed)


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "place", "district"), [("63450", "Hanau", "06415"), ("60594", "Frankfurt", "06412")])
def test_most_postcodes_are_one_place(code, place, district):
    (row,) = places_by_postcode(code)
    assert row.place.startswith(place)
    assert row.district_id == row.region_id == district


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "places", "regions"),
    [
        ("34127", ["Fuldatal", "Kassel"], ["06611", "06633"]),
        ("34233", ["Fuldatal", "Kassel"], ["06611", "06633"]),
        ("64395", ["Brensbach", "Groß-Bieberau"], ["06432", "06437"]),
        ("35094", ["Lahntal", "Marburg"], ["06534", "06534014"]),
    ],
)
def test_four_postcodes_need_a_question(code, places, regions):
    assert [row.place for row in places_by_postcode(code)] == places
    assert sorted(region.code for region in regions_by_postcode(code)) == regions


@pytest.mark.django_db
def test_two_municipalities_of_one_region_ask_for_the_place_only():
    shared = [row.plz for row in Postcode.objects.all()]
    code = next(plz for plz in shared if shared.count(plz) > 1 and plz not in {"34127", "34233", "64395", "35094"})
    assert len(places_by_postcode(code)) > 1
    assert len(regions_by_postcode(code)) == 1


@pytest.mark.django_db
def test_an_unknown_postcode_is_nowhere():
    assert places_by_postcode("10115") == []
    assert regions_by_postcode("10115") == []
    assert not postcode_exists("10115")
    assert postcode_exists("63450")


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["63450", "34127"])
def test_one_query_tells_place_district_and_region(code, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert all(f"{row} {row.district} {row.region}" for row in places_by_postcode(code))


def test_the_licences_credit_lines_are_said_as_they_are_written():
    note = (DATA / "README.md").read_text(encoding="utf-8")
    for credit in CREDITS:
        assert credit.text in note
        assert all(address in note for _words, address in credit.links)


def test_the_words_between_sources_are_the_pages():
    with translation.override("en"):
        words = strip_tags(render_to_string("components/data_credits.html"))
    assert "Postcodes:" in words
    assert "verändert" not in words


def test_the_page_component_says_the_same_credit_lines():
    html = render_to_string("components/data_credits.html")
    for credit in CREDITS:
        assert credit.text in strip_tags(html)
        assert all(f'href="{address}"' in html for _words, address in credit.links)
