"""Structured logs: one JSON object a line, with a request id and without personal data.

The request is named by its route ("kalender/p/<token>.ics"), never by its path: paths carry
secrets (feed tokens, confirmation links) and must not end up in a log file.
"""

import os
import re
from typing import Any

import structlog
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware

_shared = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
]


_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
# PostgreSQL quotes the row, and an address that leads nowhere quotes itself.
_QUOTING = re.compile(r"^(DETAIL:|.*\bResolver404:).*$", re.MULTILINE)


def _mask_personal_data(_logger: Any, _name: str, event: dict[str, Any]) -> dict[str, Any]:
    """The last look before a line is written: messages of exceptions quote what people typed."""
    event.pop("user_agent", None)
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = _QUOTING.sub(r"\1 …", _ADDRESS.sub("…@…", value))
    return event


def _drop_request_paths(_logger: Any, _name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Django's own "Not Found: /kalender/p/…" would write a secret address into the log."""
    record = event.get("_record")
    if record is not None and record.name in {"django.request", "django.security.csrf"}:
        status = getattr(record, "status_code", "")
        event["event"] = f"{record.levelname.lower()} {status}".strip()
    return event


structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)


class RequestLogMiddleware(RequestMiddleware):
    """Logs each request once it is answered, under its route."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        match = getattr(request, "resolver_match", None)
        return f"{request.method} {match.route if match else '(no route)'}"


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": _shared,
            "processors": [
                _drop_request_paths,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _mask_personal_data,
                structlog.processors.JSONRenderer(),
            ],
        },
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": False},
        "django-q": {"handlers": [], "level": os.environ.get("LOG_LEVEL", "INFO"), "propagate": True},
        # Wagtail names pages by their titles; what editors did stands in its own log, in the database.
        "wagtail": {"handlers": [], "level": "WARNING", "propagate": True},
        "django_tasks": {"handlers": [], "level": "WARNING", "propagate": True},  # two lines for every saved row
    },
}
