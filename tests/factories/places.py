"""Places are not invented: tests take them from the shipped rows."""

from network.places.models import Postcode


def postcode(plz="63450"):
    """The row of a postcode with one municipality; Hanau unless told otherwise."""
    return Postcode.objects.select_related("district", "region").get(plz=plz)
