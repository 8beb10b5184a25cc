"""`manage.py demo`: the whole product on one's own machine, web server and worker together."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.demo.load import demo_load

HOST = "127.0.0.1"
STARTED_WITHIN = 60  # seconds


class Command(BaseCommand):
    help = "Richtet die Demo ein und startet Webserver und Hintergrundaufgaben. Strg+C beendet beides."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--reset", action="store_true", help="vorher alles löschen")
        parser.add_argument("--no-serve", action="store_true", help="nur einrichten")

    def handle(self, *args: Any, **options: Any) -> None:
        port: int = options["port"]
        if not options["no_serve"]:
            require_free(port)
        if options["reset"]:
            self.reset()
        self.prepare()
        if not options["no_serve"]:
            self.serve(port)

    def reset(self) -> None:
        """Throw the demo's database and uploads away."""
        connection.close()
        database = Path(str(settings.DATABASES["default"]["NAME"]))
        for file in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))):
            file.unlink(missing_ok=True)
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)

    def prepare(self) -> None:
        """Migrate when needed, then make sure the demo's people and dates exist."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Datenbank wird angelegt, das dauert eine halbe Minute …")
            call_command("migrate", verbosity=0)
            call_command("setup", stdout=self.stdout)
        new = demo_load()
        if new:
            self.stdout.write(f"Demo geladen: {len(new)} Beispiele.")

    def serve(self, port: int) -> None:
        """Run both programs until one of them ends or Ctrl-C is pressed; then end the other one."""
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"]}
        environment.setdefault("LOG_LEVEL", "WARNING")
        programs = [
            [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"{HOST}:{port}", "--threads", "8",
             "--log-level", "warning"],
            [sys.executable, "manage.py", "qcluster"],
        ]  # fmt: skip
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        running = [
            subprocess.Popen(program, cwd=settings.BASE_DIR, env=environment, start_new_session=True)
            for program in programs
        ]
        try:
            self.announce(port, running[0])
            while all(process.poll() is None for process in running):
                time.sleep(0.3)
        except KeyboardInterrupt:
            self.stdout.write("\nDie Demo wird beendet …")
        finally:
            stop(running)

    def announce(self, port: int, web: subprocess.Popen[bytes]) -> None:
        """Say the address once it answers."""
        deadline = time.monotonic() + STARTED_WITHIN
        while time.monotonic() < deadline and web.poll() is None:
            try:
                urlopen(f"http://{HOST}:{port}/demo/", timeout=5).close()
            except (URLError, OSError):
                time.sleep(0.2)
                continue
            self.stdout.write(
                f"\nDie Demo läuft:  http://localhost:{port}/\n"
                f"Rollen und Mails: http://localhost:{port}/demo/\n"
                "Beenden mit Strg+C.\n"
            )
            return
        raise CommandError("Der Webserver ist nicht gestartet. Die Meldungen darüber sagen, warum.")


def require_free(port: int) -> None:
    """Raises CommandError in plain words when another program listens on `port`."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Auf Port {port} läuft schon ein Programm. Bitte beenden, oder: make demo PORT={port + 1}"
            ) from error


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """End each program and whatever it started; by force when it does not listen."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
