"""Being maintained: a file switches the site off for visitors, before session and database are asked for anything."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from config.errors import bare_page

PAUSE = 10 * 60  # seconds until programs may ask again, when nobody said when it ends


class MaintenanceMiddleware:
    """Answers 503 to everything while `settings.MAINTENANCE_FILE` exists (docs/operations.md).

    Stands below the style sheets, which the page needs, and above all that asks the database. The file may say
    when it ends, as an ISO 8601 date and time; without an offset it is one of Europe/Berlin. /healthz tells that
    it is meant, so that a monitor can tell work from a breakdown.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        file: Path = settings.MAINTENANCE_FILE
        if not file.exists():
            return self.get_response(request)
        back_at = _end_of_maintenance(file)
        response: HttpResponseBase
        if request.path_info == "/healthz":
            response = JsonResponse({"status": "maintenance"}, status=503)
        else:
            response = bare_page(request, 503, back_at=back_at)
        response.headers["Retry-After"] = str(_seconds_until(back_at))
        return response


def _end_of_maintenance(file: Path) -> datetime | None:
    """What the file says; None when it says nothing, nonsense, or a time that has passed."""
    try:
        end = parse_datetime(file.read_text(encoding="utf-8").strip())
    except (OSError, ValueError):  # taken away this moment; no text; the 31st of February
        return None
    if end is None:
        return None
    end = end if timezone.is_aware(end) else timezone.make_aware(end)
    return end if end > timezone.now() else None


def _seconds_until(back_at: datetime | None) -> int:
    return PAUSE if back_at is None else max(60, int((back_at - datetime.now(UTC)).total_seconds()))
