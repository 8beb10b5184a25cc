"""The rig of the kill test: a worker to kill, a mail server that counts, a look into the database."""

import asyncio
import email
import email.policy
import logging
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from aiosmtpd.controller import Controller
from django.conf import settings


# --- The mail server -------------------------------------------------------------------------------
@dataclass(frozen=True)
class Acceptance:
    at: float  # seconds, monotonic
    message_id: str
    content: bytes

    def meaning(self):
        """What the recipient gets; without the date and the boundaries, which belong to the attempt."""
        mail = email.message_from_bytes(self.content, policy=email.policy.default)
        headers = [(name, value) for name, value in mail.items() if name not in {"Date", "Content-Type"}]
        parts = [
            (part.get_content_type(), part.get_filename(), part.get_payload(decode=True))
            for part in mail.walk()
            if not part.is_multipart()
        ]
        return headers, parts


class CountingServer:
    """Accepts everything, slowly, so that kills fall before, within and after its acceptance."""

    def __init__(self, random):
        self.random = random
        self.acceptances = []
        self.conversations = 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd's account of every line spoken
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_EHLO(self, _server, session, _envelope, hostname, responses):  # noqa: N802  (aiosmtpd's name)
        session.host_name = hostname
        self.conversations += 1
        return responses

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        message_id = email.message_from_bytes(envelope.content)["Message-ID"]
        await asyncio.sleep(self.random.uniform(0, 0.1))
        self.acceptances.append(Acceptance(time.monotonic(), message_id, envelope.content))
        await asyncio.sleep(self.random.uniform(0, 0.1))  # a kill in here doubles the mail
        return "250 accepted"


# --- The worker --------------------------------------------------------------------------------------
class Worker:
    """`manage.py qcluster` with all its processes, in a process group of its own."""

    def __init__(self, environment, log):
        self.still_alive, held = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "qcluster"],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
            pass_fds=[held],
        )
        os.close(held)

    def kill(self):
        """SIGKILL to the whole group; returns when the last process is gone.

        Every process of the cluster holds the pipe: its end is theirs. (A process id is no proof,
        it stays with the dead until somebody buries them.)
        """
        os.killpg(self.process.pid, signal.SIGKILL)
        os.read(self.still_alive, 1)
        os.close(self.still_alive)
        self.process.wait()


# --- The database ------------------------------------------------------------------------------------
class Database:
    """The worker's own database, of the kind that the test run uses, read past Django."""

    def __init__(self, folder):
        self.default = settings.DATABASES["default"]
        self.is_postgres = self.default["ENGINE"].endswith("postgresql")
        self.name = (
            f"{Path(self.default['NAME']).name}_kill_{os.getpid()}" if self.is_postgres else f"{folder}/kill.sqlite3"
        )

    @property
    def url(self):
        if not self.is_postgres:
            return f"sqlite:///{self.name}"
        user, password = (quote(self.default[part] or "", safe="") for part in ("USER", "PASSWORD"))
        return f"postgres://{user}:{password}@{self.default['HOST']}:{self.default['PORT'] or 5432}/{self.name}"

    def connect(self, name=None):
        if self.is_postgres:
            return psycopg.connect(self.url.replace(self.name, name or self.name), autocommit=True)
        return sqlite3.connect(self.name, timeout=20, isolation_level=None)

    @contextmanager
    def created(self):
        if not self.is_postgres:
            yield self
            return
        with closing(self.connect("postgres")) as server:
            server.execute(f'CREATE DATABASE "{self.name}"')
            try:
                yield self
            finally:
                server.execute(f'DROP DATABASE "{self.name}" WITH (FORCE)')

    def messages(self):
        """{message_id: (state, claimed_at)}"""
        with closing(self.connect()) as connection:
            rows = connection.execute("SELECT message_id, state, claimed_at FROM messaging_outboxmessage").fetchall()
        return {message_id: (state, claimed_at) for message_id, state, claimed_at in rows}

    def redeliver_all(self):
        """As if django-q's ten minutes had passed: every task that a dead worker held comes again."""
        with closing(self.connect()) as connection:
            connection.execute("UPDATE django_q_ormq SET lock = '2020-01-01 00:00:00'")
