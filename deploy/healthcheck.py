"""Asks, inside a container, whether it does its work: `python deploy/healthcheck.py web|worker`.

The web server is asked under its public name, since it answers to no other.
"""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen


def web() -> bool:
    """The web server answers at all. /healthz says more, but a dead worker is no reason to restart the web."""
    host = urlsplit(os.environ["BASE_URL"]).netloc
    request = Request("http://127.0.0.1:8000/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"})
    try:
        return bool(urlopen(request, timeout=5).status < 600)  # noqa: S310  (a literal address)
    except OSError as error:
        return getattr(error, "code", None) == 503  # it answers, and says that another part is ill


def worker() -> bool:
    """A worker has written its heartbeat lately."""
    import asyncio

    import django

    django.setup()
    from health_check.exceptions import ServiceUnavailable

    from network.jobs.health import WorkerHeartbeat

    try:
        asyncio.run(WorkerHeartbeat().run())
    except ServiceUnavailable:
        return False
    return True


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    sys.exit(0 if {"web": web, "worker": worker}[sys.argv[1]]() else 1)
