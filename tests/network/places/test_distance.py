"""Distances as the crow flies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.places.distance import distance_km

FRANKFURT, KASSEL = (50.1109, 8.6821), (51.3127, 9.4797)
LAT, LON = st.floats(49.3, 51.7), st.floats(7.7, 10.3)


@pytest.mark.parametrize(
    ("start", "end", "kilometres"),
    [
        (FRANKFURT, KASSEL, 144.9),
        ((0.0, 0.0), (0.0, 1.0), 111.195),  # one degree at the equator
        ((90.0, 0.0), (-90.0, 0.0), 20015.1),  # half way round
        ((0.0, 0.0), (0.0, 180.0), 20015.1),
        ((10.0, 179.5), (10.0, -179.5), 109.5),  # across the date line
    ],
)
def test_known_distances_within_one_per_mille(start, end, kilometres):
    assert distance_km(*start, *end) == pytest.approx(kilometres, rel=0.001)


@given(LAT, LON, LAT, LON)
def test_there_and_back_is_the_same_way(lat1, lon1, lat2, lon2):
    way = distance_km(lat1, lon1, lat2, lon2)
    assert 0 <= way < 350
    assert way == pytest.approx(distance_km(lat2, lon2, lat1, lon1))
    assert distance_km(lat1, lon1, lat1, lon1) == 0
