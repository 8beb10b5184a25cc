"""Filling the map of Hessen from the shipped tables, as often as wanted."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.apps import apps as current_apps
from django.apps.registry import Apps
from django.db import models, transaction

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class PlacesLoaded:
    """How many rows of each kind the tables held."""

    districts: int
    regions: int
    postcodes: int


@transaction.atomic
def places_load(*, folder: Path = DATA, registry: Apps = current_apps) -> PlacesLoaded:
    """Bring districts, WIR regions and postcodes to the state of the tables in `folder`.

    Rows are found by their official keys and updated, so that a second run changes nothing and whatever points at
    a row keeps pointing at it. A row that the tables no longer name stays: somebody may live there on our records.
    Raises `IntegrityError` when a table breaks a constraint (a key outside Hessen, swapped coordinates) and leaves
    everything as it was.

    `registry` is the migration's own when a migration calls; so this writes the columns of the first migration
    only, and a later column is filled by a later function.
    """
    districts = [_district(row) for row in _rows(folder / "regions.csv")]
    towns = {row["ags8"]: _town(row) for row in _rows(folder / "special_towns.csv")}
    regions = [*(_region(district) for district in districts), *towns.values()]
    postcodes = [_postcode(row, towns.keys()) for row in _rows(folder / "postcodes.csv")]

    _write(registry.get_model("places", "District"), ["ags5"], districts)
    _write(registry.get_model("places", "WirRegion"), ["code"], regions)
    _write(registry.get_model("places", "Postcode"), ["plz", "municipality_ags8"], postcodes)
    return PlacesLoaded(districts=len(districts), regions=len(regions), postcodes=len(postcodes))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _write(model: type[models.Model], key: list[str], rows: list[dict[str, object]]) -> None:
    """Insert or update `rows`, found by `key`, in one statement per batch."""
    model._default_manager.bulk_create(
        [model(**row) for row in rows],
        update_conflicts=True,
        unique_fields=key,
        update_fields=[column.removesuffix("_id") for column in rows[0] if column not in key],
    )


def _district(row: dict[str, str]) -> dict[str, object]:
    return {
        "ags5": row["ags5"],
        "name": row["name_de"],
        "kind": row["kind"],
        "seat": row["seat"],
        "lat": float(row["lat"]),
        "lon": float(row["lon"]),
        "valid_from": _day(row["valid_from"]),
        "valid_to": _day(row["valid_to"]),
        "predecessor_id": row["predecessor"] or None,
    }


def _region(district: dict[str, object]) -> dict[str, object]:
    return {
        "code": district["ags5"],
        "name": district["name"],
        "district_id": district["ags5"],
        "municipality_ags8": "",
    }


def _town(row: dict[str, str]) -> dict[str, object]:
    return {
        "code": row["ags8"],
        "name": row["name"],
        "district_id": row["county_ags5"],
        "municipality_ags8": row["ags8"],
    }


def _postcode(row: dict[str, str], towns: Iterable[str]) -> dict[str, object]:
    """A special-status town is its own region and comes before its district (funding programme WIR, 33 areas)."""
    municipality = row["municipality_ags8"]
    return {
        "plz": row["plz"],
        "place": row["place"],
        "municipality_ags8": municipality,
        "district_id": row["county_ags5"],
        "region_id": municipality if municipality in towns else row["county_ags5"],
        "lat": float(row["lat"]),
        "lon": float(row["lon"]),
    }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
