"""What every database knows of Hessen, and that loading it again is harmless."""

from collections import Counter
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from network.places.models import District, Postcode, WirRegion
from network.places.services import DATA, PlacesLoaded, places_load

pytestmark = pytest.mark.django_db


def test_every_database_has_27_districts_33_regions_and_546_postcodes():
    assert District.objects.count() == 27
    assert WirRegion.objects.count() == 33
    assert Postcode.objects.count() == 557
    assert Postcode.objects.values("plz").distinct().count() == 546
    assert Postcode.objects.values("municipality_ags8").distinct().count() == 421


def test_hanau_is_a_city_of_its_own_since_2026():
    hanau = District.objects.get(name="Hanau")
    assert (hanau.ags5, hanau.kind, hanau.valid_from) == ("06415", "city", date(2026, 1, 1))
    assert hanau.predecessor.name == "Main-Kinzig-Kreis"
    assert not Postcode.objects.filter(plz="63450").exclude(district=hanau).exists()


def test_six_special_status_towns_are_regions_before_their_district():
    towns = WirRegion.objects.exclude(municipality_ags8="")
    assert sorted(town.name for town in towns) == [
        "Bad Homburg v. d. Höhe",
        "Fulda",
        "Gießen",
        "Marburg",
        "Rüsselsheim am Main",
        "Wetzlar",
    ]
    giessen = Postcode.objects.filter(place="Gießen")
    assert {row.region.code for row in giessen} == {"06531005"}
    assert {row.district.name for row in giessen} == {"Landkreis Gießen"}


def test_every_postcode_leads_to_one_region_or_is_one_of_the_four_that_ask():
    regions = {(row.plz, row.region_id) for row in Postcode.objects.all()}
    counts = Counter(plz for plz, _region in regions)
    assert {plz for plz, count in counts.items() if count > 1} == {"34127", "34233", "64395", "35094"}


def test_every_region_has_postcodes_and_every_row_lies_in_its_district():
    assert not WirRegion.objects.filter(postcodes=None).exists()
    for row in Postcode.objects.select_related("region"):
        assert row.region.district_id == row.district_id


def test_loading_again_updates_and_keeps_what_points_at_a_row():
    row = Postcode.objects.get(plz="63450")
    Postcode.objects.filter(pk=row.pk).update(place="Hannau", lat=50.0)
    assert places_load() == PlacesLoaded(districts=27, regions=33, postcodes=557)
    assert Postcode.objects.count() == 557
    again = Postcode.objects.get(plz="63450")
    assert (again.pk, again.place, again.lat) == (row.pk, "Hanau", row.lat)


def test_loading_fills_an_empty_database():
    Postcode.objects.all().delete()
    WirRegion.objects.all().delete()
    District.objects.filter(predecessor__isnull=False).delete()
    District.objects.all().delete()
    places_load()
    assert Postcode.objects.count() == 557


def test_a_bad_table_leaves_everything_as_it_was(tmp_path):
    for name in ("regions.csv", "special_towns.csv", "postcodes.csv"):
        (tmp_path / name).write_text((DATA / name).read_text(encoding="utf-8"), encoding="utf-8")
    swapped = "63450,Hanau?,06415000,06415,8.9346,50.1269\n"
    with (tmp_path / "postcodes.csv").open("a", encoding="utf-8") as file:
        file.write(swapped)
    with pytest.raises(IntegrityError), transaction.atomic():
        places_load(folder=tmp_path)
    assert not Postcode.objects.filter(place="Hanau?").exists()


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"plz": "6345"}, "postcode_has_five_digits"),
        ({"plz": "٦٣٤٥٠"}, "postcode_has_five_digits"),
        ({"municipality_ags8": "09162000"}, "postcode_municipality_is_hessian"),
        ({"lat": 8.9, "lon": 50.1}, "postcode_lies_in_hessen"),
        ({"lat": 52.5}, "postcode_lies_in_hessen"),
    ],
)
def test_the_database_refuses_impossible_postcodes(wrong, constraint):
    row = {"plz": "63450", "place": "X", "municipality_ags8": "06415999", "lat": 50.1, "lon": 8.9}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Postcode.objects.create(**(row | wrong), district_id="06415", region_id="06415")


def test_a_postcode_names_a_municipality_once():
    row = Postcode.objects.get(plz="63450")
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    "wrong",
    [
        {"ags5": "09999", "name": "Bayern"},
        {"ags5": "06999", "name": "X", "kind": "state"},
        {"ags5": "06999", "name": "X", "valid_from": date(2026, 1, 1), "valid_to": date(2025, 1, 1)},
    ],
)
def test_the_database_refuses_impossible_districts(wrong):
    row = {"kind": "district", "seat": "X", "lat": 50.1, "lon": 8.9}
    with pytest.raises(IntegrityError), transaction.atomic():
        District.objects.create(**(row | wrong))


def test_a_region_is_a_district_or_a_town_and_nothing_else():
    with pytest.raises(IntegrityError), transaction.atomic():
        WirRegion.objects.create(code="06415001", name="X", district_id="06415", municipality_ags8="")
