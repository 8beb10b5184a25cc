"""Background work of this slice. May run twice."""

from network.accounts import services


def sessions_erase() -> None:
    """Hourly: erase sessions that are over, and their rows in the list of sessions."""
    services.sessions_erase()
