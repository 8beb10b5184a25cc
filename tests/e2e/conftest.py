"""The whole product, started as the README says: web server, worker, SQLite, and an SMTP server to receive."""

import email.policy
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from aiosmtpd.controller import Controller

from tests.e2e.keyboard import INVISIBLE

ROOT = Path(__file__).resolve().parents[2]
STARTED_WITHIN = 300  # seconds; migrations and the demo on a busy machine
DELIVERED_WITHIN = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Mailbox:
    """An SMTP server's handler that keeps what it gets."""

    def __init__(self):
        self.messages = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  (aiosmtpd's name)
        self.messages.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"

    def wait_for(self, to, subject, number=1):
        """The first `number` mails to `to` with `subject` in their subject."""
        deadline = time.monotonic() + DELIVERED_WITHIN
        while time.monotonic() < deadline:
            found = [m for m in self.messages if to in m["To"] and subject in INVISIBLE.sub("", m["Subject"])]
            if len(found) >= number:
                return found
            time.sleep(0.2)
        raise AssertionError(
            f"{number} × {subject!r} to {to} expected, got: {[(m['To'], m['Subject']) for m in self.messages]}"
        )


@dataclass
class Product:
    url: str
    mailbox: Mailbox
    log: Path
    process: subprocess.Popen = field(repr=False)
    environment: dict = field(repr=False)


@pytest.fixture(scope="session")
def product(tmp_path_factory):
    """The running product. One for the whole session: starting it takes half a minute."""
    with running_product(tmp_path_factory.mktemp("product")) as product:
        yield product


@contextmanager
def running_product(folder):
    """Start the product with its data in `folder`, and stop it again."""
    mailbox = Mailbox()
    smtp = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    smtp.start()
    port = free_port()
    url = f"http://localhost:{port}"
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | {
        "DJANGO_SETTINGS_MODULE": "tests.e2e.settings",
        "PYTHONPATH": str(ROOT),
        "VAR_DIR": str(folder),
        "E2E_SMTP_PORT": str(smtp.port),
        "E2E_BASE_URL": url,
    }
    log = folder / "product.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait_until_up(url, process, log)
        yield Product(url, mailbox, log, process, environment)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        smtp.stop()


def _wait_until_up(url, process, log):
    deadline = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urlopen(f"{url}/demo/", timeout=5).close()
        except (URLError, OSError):
            time.sleep(0.3)
        else:
            return
    raise AssertionError(f"The product did not start:\n{log.read_text()[-4000:]}")
