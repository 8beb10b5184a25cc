"""Templates: compiled, under the strict content policy, and each in the folder of its slice."""

import re

import pytest
from django.apps import apps
from django.template import engines

from tests.house.conftest import ROOT

FOLDER = ROOT / "templates"
ALL = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file())
MAILS = ("emails/", "account/email/", "components/mail_")  # mail programs know no style sheets
ON_SCREEN = [name for name in ALL if name.endswith(".html") and not name.startswith(MAILS)]
# Folders named by the libraries whose templates they replace.
LIBRARIES = {
    "account", "allauth", "mfa", "usersessions", "django", "wagtailadmin", "wagtailusers", "wagtailcore",
    "registration",
}  # fmt: skip
FRAMES = {"base.html", "shell.html", "emails/base.html"}  # the only whole documents


def _text(name):
    return (FOLDER / name).read_text()


@pytest.mark.parametrize("name", ALL)
def test_it_compiles(name):
    engines["django"].get_template(name)


@pytest.mark.parametrize("name", ON_SCREEN)
def test_it_carries_nothing_that_the_content_policy_forbids(name):
    text = _text(name)
    assert not re.search(r"<style\b", text), "styles belong into static/css"
    assert not re.search(r"""\sstyle\s*=\s*["']""", text), "styles belong into static/css"
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", text), "scripts belong into static/js"
    assert not re.search(r"""\son[a-z]+\s*=\s*["']""", text), "handlers belong into static/js"
    assert "javascript:" not in text


@pytest.mark.parametrize("name", ON_SCREEN)
def test_it_loads_nothing_from_elsewhere(name):
    assert not re.search(r"""(?:\bsrc|\bsrcset|\bpreload[^>]*href)\s*=\s*["'](?:https?:)?//""", _text(name))
    assert not re.search(r"""<link[^>]+href=["'](?:https?:)?//""", _text(name))


@pytest.mark.parametrize("name", [name for name in ALL if name.endswith(".html")])
def test_it_never_switches_escaping_off(name):
    text = _text(name).replace("help_text|safe", "")  # Django's own help on passwords is a list in HTML
    assert "autoescape off" not in text
    assert not re.search(r"\|\s*safe\b", text)


def test_only_the_frames_are_whole_documents():
    whole = {name for name in ALL if name.endswith(".html") and "<html" in _text(name)}
    assert whole - FRAMES == set()


def test_every_folder_is_a_slice():
    slices = {config.label for config in apps.get_app_configs() if config.name.startswith(("network", "events", "cms"))}
    known = slices | LIBRARIES | {"components", "emails", "demo"}
    assert {name.split("/")[0] for name in ALL if "/" in name} <= known


def test_every_component_is_used():
    everything = "".join(_text(name) for name in ALL)
    everything += "".join(
        path.read_text() for folder in ["network", "events", "cms", "config"] for path in (ROOT / folder).rglob("*.py")
    )
    components = [name for name in ALL if name.startswith("components/")]
    assert [name for name in components if name not in everything] == []
