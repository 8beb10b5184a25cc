"""Settings that would make the outbox send twice."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error


def check_lease(**_kwargs: Any) -> list[CheckMessage]:
    """A lease shorter than a task may run would take messages from workers that are still sending them."""
    limit = settings.Q_CLUSTER["timeout"]
    if settings.OUTBOX_LEASE.total_seconds() > limit:
        return []
    return [
        Error(
            f"OUTBOX_LEASE_SECONDS muss länger sein als die Zeitgrenze einer Aufgabe ({limit} s).",
            id="messaging.E001",
        )
    ]
