"""Is a worker alive?"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from network.jobs.models import Heartbeat

STALE_AFTER = timedelta(minutes=3)
"""The heartbeat comes every minute; the scheduler looks twice a minute. Three minutes is no hiccup."""


def _cluster() -> str:
    return str(settings.Q_CLUSTER["name"])


@dataclass
class WorkerHeartbeat(HealthCheck):
    """Unavailable when no worker has shown itself for `max_age`."""

    cluster: str = field(default_factory=_cluster)
    max_age: timedelta = STALE_AFTER

    async def run(self) -> None:
        """Raises `ServiceUnavailable` with a text that names no host."""
        alive = Heartbeat.objects.filter(cluster=self.cluster, beaten_at__gt=timezone.now() - self.max_age)
        if not await alive.aexists():
            raise ServiceUnavailable("no heartbeat")
