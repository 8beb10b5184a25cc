"""Background work of this slice. May run twice."""

from network.organisations import decisions


def applications_erase() -> None:
    """Daily: erase unconfirmed and long declined applications."""
    decisions.applications_erase()


def applications_remind() -> None:
    """Hourly: remind the units of what waits too long."""
    decisions.applications_remind()
