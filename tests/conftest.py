"""What holds for every test: which tests run here, a clean cache, Wagtail's first rows, the browser.

The database is chosen by DATABASE_URL: SQLite in a file of its own by default (so that threads meet
as they do in a real installation), else PostgreSQL; `postgres://…/name` uses the database `name_test`.
"""

import os
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

from tests.factories.sign_in import SignedInClient
from tests.tools.chromium import find_chromium

# Playwright runs an event loop in the main thread; Django would take that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

BROWSER_FIXTURES = {"page", "context", "browser"}
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "admin_client", "admin_user"}

pytest_plugins = ["tests.factories.wagtail_ground", "tests.tools.migrated_once"]


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="run the long and exhaustive tests too")
    parser.addoption("--looks", action="store_true", help="see every page in every language, width and scheme")


# --- Which tests run here ------------------------------------------------------------------------
@pytest.hookimpl(tryfirst=True)  # before pytest's own selection by -m
def pytest_collection_modifyitems(config, items):
    """Mark tests by their fixtures, leave out `full` and `looks`, skip what this machine cannot run."""
    for item in items:
        if BROWSER_FIXTURES & set(item.fixturenames):
            item.add_marker("browser")
        if DATABASE_FIXTURES & set(item.fixturenames) or item.get_closest_marker("django_db"):
            item.add_marker("database")
    for mark in ("full", "looks"):
        if not config.getoption(f"--{mark}"):
            left_out = [item for item in items if item.get_closest_marker(mark)]
            config.hook.pytest_deselected(items=left_out)
            items[:] = [item for item in items if item not in left_out]
    _skip(items, "postgres", on_postgres(), "this run is on SQLite")
    browser_items = any(item.get_closest_marker("browser") for item in items)
    _skip(items, "browser", not browser_items or find_chromium() is not None, "no Chromium")


def on_postgres():
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def _skip(items, mark, can_run, reason):
    for item in items:
        if not can_run and item.get_closest_marker(mark):
            item.add_marker(pytest.mark.skip(reason=f"{mark} tests not run: {reason}"))


def pytest_terminal_summary(terminalreporter, config):
    """Count what was skipped for want of a browser or a database."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ") for report in terminalreporter.stats.get("skipped", ())
    )
    config.not_run = [f"{count} {reason}" for reason, count in reasons.items() if " not run: " in reason]
    if os.environ.get("NOT_RUN"):
        config.not_run.append(f"not run: {os.environ['NOT_RUN']}")


def pytest_unconfigure(config):
    """The last line of the run, below pytest's own closing line."""
    if getattr(config, "not_run", None):
        sys.stdout.write("; ".join(config.not_run) + "\n")


def pytest_sessionfinish():
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


# --- For every test ------------------------------------------------------------------------------
@pytest.fixture(autouse=True)
def empty_cache():
    """Rate limits and Wagtail's site paths of one test must not reach the next."""
    cache.clear()


@pytest.fixture
def client():
    """Instead of pytest-django's: editors it signs in have passed their second factor."""
    return SignedInClient()


@pytest.fixture
def admin_client(admin_user):
    signed_in = SignedInClient()
    signed_in.force_login(admin_user)
    return signed_in


@pytest.fixture(autouse=True)
def german():
    """The test client leaves the language of its last request active in this thread."""
    translation.activate(settings.LANGUAGE_CODE)


# --- The browser ---------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": find_chromium(), "args": [*quiet, *as_root]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "de-DE", "timezone_id": "Europe/Berlin"}


@pytest.fixture
def project_root():
    return Path(settings.BASE_DIR)
