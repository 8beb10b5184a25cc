"""/healthz: is the installation well? For load balancers and monitors, so public and close-mouthed.

Django-health-check's own view would tell anybody more than that: versions of checks, error texts,
five formats. This one answers with a word per check.
"""

from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.core.cache import caches
from django.db import connections
from django.http import HttpRequest, HttpResponse, JsonResponse
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable
from health_check.views import HealthCheckView

from network.jobs.health import WorkerHeartbeat
from network.messaging.health import OutboxAge


@dataclass
class DatabaseAnswers(HealthCheck):
    """On the request's own connection. The library's check runs in a thread, whose connection nobody closes."""

    alias: str = "default"

    async def run(self) -> None:
        """Any database error means: not well."""
        await sync_to_async(self._select)()

    def _select(self) -> None:
        with connections[self.alias].cursor() as cursor:
            cursor.execute("SELECT 1")


@dataclass
class CacheAnswers(HealthCheck):
    """Under one key. The library's check writes a new one each time, and a database cache that is
    full throws other entries out: anybody could flush the rate limits by calling here often."""

    alias: str = "default"

    async def run(self) -> None:
        """Raises `ServiceUnavailable` when the cache forgets at once."""
        cache = caches[self.alias]
        await cache.aset("healthz", "ok", timeout=60)
        if await cache.aget("healthz") != "ok":
            raise ServiceUnavailable("the cache forgets")


CHECKS: dict[str, type[HealthCheck]] = {
    "database": DatabaseAnswers,
    "cache": CacheAnswers,
    "worker": WorkerHeartbeat,
    "outbox": OutboxAge,
}


class HealthView(HealthCheckView):
    """{"status": "ok", "checks": {"database": "ok", …}}, with 200; "failing" somewhere, with 503."""

    http_method_names = ["get", "head"]
    checks = tuple(CHECKS.values())

    async def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """One check after the other: they share the request's database connection."""
        results = [await check.get_result() for check in self.get_checks()]
        words = {name: "failing" if result.error else "ok" for name, result in zip(CHECKS, results, strict=True)}
        healthy = set(words.values()) == {"ok"}
        return JsonResponse(
            {"status": "ok" if healthy else "failing", "checks": words},
            status=200 if healthy else 503,
        )


health_view = HealthView.as_view()
