"""The web server: a few processes with threads, and nothing about a visitor in its log.

There is no access log: paths carry secrets (feed tokens, links in mails). The application writes
one line a request, under its route (config/logs.py).
"""

import logging
import os

bind = "0.0.0.0:8000"  # inside the container; the proxy is the only neighbour
workers = int(os.environ.get("WEB_PROCESSES", "2"))
worker_class = "gthread"
threads = 4
timeout = 30  # seconds
graceful_timeout = 25  # seconds; below the stop_grace_period of docker-compose.yml
max_requests = 2000
max_requests_jitter = 200
worker_tmp_dir = "/dev/shm"  # a heartbeat file on a slow disk would look like a hanging worker  # noqa: S108
control_socket_disable = True  # the file system is read-only
preload_app = False
accesslog = None


class WithoutVisitors(logging.Filter):
    """Gunicorn's own warnings quote the address bar or the visitor's network address."""

    def filter(self, record: logging.LogRecord) -> bool:
        if "request" in str(record.msg).lower():
            record.msg, record.args = str(record.msg).partition(" from ")[0].replace("%s", "…"), ()
        return True


logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_visitors": {"()": WithoutVisitors}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "gunicorn.error": {"handlers": [], "level": "INFO", "filters": ["without_visitors"], "propagate": True},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
