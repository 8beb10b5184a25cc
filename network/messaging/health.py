"""Does the mail go out?"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from network.messaging.models import OutboxMessage

OVERDUE_AFTER = timedelta(minutes=10)
"""The sweep comes every minute and the lease is two and a half: ten minutes are no coincidence."""


@dataclass
class OutboxAge(HealthCheck):
    """Unavailable when a message should have been tried `max_age` ago and nobody did."""

    max_age: timedelta = OVERDUE_AFTER

    async def run(self) -> None:
        """Raises `ServiceUnavailable` with a text that names no message."""
        if await OutboxMessage.objects.overdue(timezone.now(), by=self.max_age).aexists():
            raise ServiceUnavailable("overdue messages")
