"""Production refuses to start with a missing or unsafe value and says which."""

import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAFE = ROOT / "deploy" / "sample.env"
START = "from django.conf import settings; print(settings.BASE_URL)"


@pytest.fixture(scope="module")
def safe_environment():
    values = dict(line.split("=", 1) for line in SAFE.read_text().splitlines() if not line.startswith("#"))
    return {"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, "SECRET_KEY": secrets.token_urlsafe(64), **values}


@pytest.fixture
def start(safe_environment, tmp_path):
    """Start Django in a process of its own with some values changed; None leaves the value out."""

    def start(command=(sys.executable, "-c", START), /, **changes):
        environment = {**safe_environment, "VAR_DIR": str(tmp_path), **changes}
        environment = {name: value for name, value in environment.items() if value is not None}
        return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)

    return start


def test_a_safe_environment_starts(start):
    result = start()
    assert result.returncode == 0, result.stderr
    assert result.stdout == "https://netz.beispiel-hessen.de\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 64),
        ("SECRET_KEY", "demo-only-this-key-protects-nothing-but-invented-people"),
        ("DEBUG", "true"),
        ("DEMO", "true"),
        ("BASE_URL", None),
        ("BASE_URL", "http://netz.beispiel-hessen.de"),
        ("BASE_URL", "https://localhost"),
        ("BASE_URL", "https://netz.beispiel-hessen.de/"),
        ("ALLOWED_HOSTS", None),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "andere.beispiel-hessen.de"),
        ("CSRF_TRUSTED_ORIGINS", "http://netz.beispiel-hessen.de"),
        ("CSRF_TRUSTED_ORIGINS", "https://*.beispiel-hessen.de"),
        ("DATABASE_URL", None),
        ("DATABASE_URL", "sqlite:///klein.sqlite3"),
        ("CACHE_URL", "locmemcache://"),
        ("CACHE_URL", "dummycache://"),
        ("EMAIL_URL", None),
        ("EMAIL_URL", "consolemail://"),
        ("EMAIL_URL", "dummymail://"),
        ("DEFAULT_FROM_EMAIL", None),
        ("DEFAULT_FROM_EMAIL", "Vielfaltsnetz Hessen"),
        ("TRUSTED_PROXY_COUNT", None),
        ("TRUSTED_PROXY_COUNT", "0"),
    ],
)
def test_a_missing_or_unsafe_value_is_refused_by_name(start, name, value):
    result = start(**{name: value})
    assert result.returncode != 0
    refusal = result.stderr.strip().splitlines()[-1]
    assert "Die Anwendung startet nicht: " in refusal
    assert name in refusal


def test_the_refusal_does_not_quote_the_secret(start):
    result = start(SECRET_KEY="geheim-aber-zu-kurz")
    assert "geheim-aber-zu-kurz" not in result.stderr + result.stdout


def test_a_small_installation_may_run_on_sqlite_when_it_says_so(start):
    assert start(DATABASE_URL="sqlite:///klein.sqlite3", ALLOW_SQLITE="true", CACHE_URL=None).returncode == 0


def test_the_demo_is_not_mounted(start):
    result = start(
        (sys.executable, "-c", START.replace("settings.BASE_URL", "'config.demo' in settings.INSTALLED_APPS"))
    )
    assert result.stdout == "False\n"


def test_the_example_names_nothing_that_is_not_read():
    readers = [*(ROOT / "config").rglob("*.py"), ROOT / "manage.py", ROOT / "docker-compose.yml"]
    readers += (ROOT / "deploy").glob("*.py")
    read = "".join(path.read_text() for path in readers)
    names = re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert len(names) > 15
    assert [name for name in names if name not in read] == []


def test_the_example_left_as_it_is_starts_nothing(start):
    example = [line for line in (ROOT / ".env.example").read_text().splitlines() if line and line[0] != "#"]
    assert "SECRET_KEY" in start(**dict(line.split("=", 1) for line in example)).stderr


def test_the_deployment_check_has_nothing_to_say(start):
    check = (sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    result = start(check)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout
