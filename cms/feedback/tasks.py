"""Background work, by the clock. Safe to run twice."""

from cms.feedback import services


def reports_erase() -> int:
    """Erase what is past its time; how many reports."""
    return services.reports_erase()
