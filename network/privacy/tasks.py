"""Background work of this slice. May run twice."""

from network.privacy import mail_preferences, services


def people_erase() -> None:
    """Hourly: erase whose time to think it over has passed."""
    services.people_erase()


def unsubscribe_links_erase() -> None:
    """Daily: forget links that are past their time."""
    mail_preferences.links_erase()
