"""Conditional answers for feeds (RFC 9110 section 13)."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import http_date, parse_etags, parse_http_date_safe


def is_conditional(request: HttpRequest) -> bool:
    """Whether the program has a copy and asks only for something newer."""
    return "If-None-Match" in request.headers or "If-Modified-Since" in request.headers


def is_current(request: HttpRequest, *, etag: str, changed_at: datetime | None) -> bool:
    """Whether the program's copy is still right, so that 304 is the answer.

    If-None-Match alone decides where it is given, even malformed (section 13.1.3). It compares
    weakly, as it must: a proxy that compresses weakens the tag. A date in the future is no date the
    feed ever had, and is ignored like a malformed one.
    """
    tags = request.headers.get("If-None-Match")
    if tags is not None:
        known = [tag.strip().removeprefix("W/") for tag in parse_etags(tags)]
        return "*" in known or etag.removeprefix("W/") in known
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    if since is None or changed_at is None or since > timezone.now().timestamp():
        return False
    return int(changed_at.timestamp()) <= since


def with_validators(
    response: HttpResponse, *, etag: str, changed_at: datetime | None, cache_control: str
) -> HttpResponse:
    """Set the headers that 200, 304 and HEAD have in common.

    Last-Modified is at most the second before this one. A copy taken in the second of a change would
    otherwise carry the same date as a second change in that second, and stay stale for good.
    """
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = cache_control
    if changed_at is not None:
        settled = min(changed_at, timezone.now() - timedelta(seconds=1))
        response.headers["Last-Modified"] = http_date(int(settled.timestamp()))
    return response
