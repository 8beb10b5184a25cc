"""How far two points are from each other, as the crow flies."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the WGS 84 ellipsoid (IUGG). The sphere is off by at most 0.6 %, less than our points are."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two WGS 84 points given in degrees (haversine formula)."""
    height = sin(radians(lat2 - lat1) / 2) ** 2
    width = sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, height + cos(radians(lat1)) * cos(radians(lat2)) * width)))
