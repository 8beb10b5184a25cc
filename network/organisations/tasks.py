"""Background work of this slice. May run twice."""

from network.organisations import services


def applications_erase() -> None:
    """Daily: erase unconfirmed and long declined applications."""
    services.applications_erase()
