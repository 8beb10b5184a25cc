"""Runs the suite on every database that answers, and says at the end what it could not run.

    python -m tests.tools.suite                 the suite (`make test`)
    python -m tests.tools.suite --full          only what is marked `full` (the rest of `make test-full`)
    python -m tests.tools.suite --sqlite-only   without browser and PostgreSQL (the newest Wagtail)

Environment: TEST_POSTGRES_URL (a server on which databases may be made), CHROMIUM,
REQUIRE="postgres chromium" (what must not be missing; CI sets it).
"""

import argparse
import os
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg

from tests.tools.chromium import find_chromium

NO_TESTS_COLLECTED = 5  # pytest's exit code


def main() -> None:
    """Exit with 1 when any run failed or something required is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="only the tests marked full")
    parser.add_argument("--sqlite-only", action="store_true", help="neither browser nor PostgreSQL")
    chosen, pytest_options = parser.parse_known_args()
    if chosen.sqlite_only:
        sys.exit(_pytest("SQLite", "database and not browser and not postgres", "", pytest_options))

    selected = ["full"] if chosen.full else []
    options = ["--full", *pytest_options] if chosen.full else pytest_options
    postgres, why_not = _postgres()
    _insist("postgres", postgres is not None, why_not)
    _insist("chromium", find_chromium() is not None, "no Chromium (make browser)")

    failed = False
    if postgres:
        os.environ["DATABASE_URL"] = postgres
        failed |= (
            _pytest("PostgreSQL", " and ".join([*selected, "database", "not browser", "not sampled"]), "", options) != 0
        )
        del os.environ["DATABASE_URL"]
        selected.append("not postgres")  # they have just run
    failed |= _pytest("SQLite", " and ".join(selected), why_not, options) != 0
    sys.exit(int(failed))


def _pytest(database: str, marks: str, missing: str, options: list[str]) -> int:
    """One run of pytest. `missing` is told in the closing line of the run."""
    print(f"\n=== {database} ===", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "-n", os.environ.get("TEST_PROCESSES", "auto"), *options]
    environment = {**os.environ, "NOT_RUN": missing}
    code = subprocess.run([*command, "-m", marks] if marks else command, env=environment, check=False).returncode
    return 0 if code == NO_TESTS_COLLECTED else code


def _postgres() -> tuple[str | None, str]:
    """The address of our test database on the server that answers, or None and the reason."""
    server = urlsplit(os.environ.get("TEST_POSTGRES_URL") or "postgres://postgres@127.0.0.1:5432/")
    place = f"{server.hostname}:{server.port or 5432}"
    try:
        psycopg.connect(server._replace(path="/postgres").geturl(), connect_timeout=3).close()
    except psycopg.OperationalError:
        return None, f"the suite on PostgreSQL (no server answers at {place})"
    return server._replace(path="/vielfaltsnetz").geturl(), ""


def _insist(name: str, is_there: bool, problem: str) -> None:
    if name in os.environ.get("REQUIRE", "").split() and not is_there:
        sys.exit(f"REQUIRE={name}: {problem}")


if __name__ == "__main__":
    main()
