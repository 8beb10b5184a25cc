"""Where a postcode is, and who is responsible there."""

from network.places.models import Postcode, WirRegion


def places_by_postcode(code: str) -> list[Postcode]:
    """The municipalities `code` delivers to, by name, with district and region at hand. Empty when unknown.

    More than one means: ask. 34127, 34233 and 64395 lie in two districts, 35094 in two WIR regions; a guess would
    put an organisation on the wrong desk. `code` is five digits (see `validators.clean_postcode`).
    """
    return list(Postcode.objects.filter(plz=code).select_related("district", "region"))


def regions_by_postcode(code: str) -> list[WirRegion]:
    """The WIR regions responsible for `code`: one, two for the codes that need a question, none when unknown."""
    return list(WirRegion.objects.filter(postcodes__plz=code).distinct())


def postcode_exists(code: str) -> bool:
    """Whether `code` (five digits) delivers to an address in Hessen."""
    return Postcode.objects.filter(plz=code).exists()
