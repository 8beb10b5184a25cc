"""Scripts: few, small, modules from our own folder, and never the only way."""

import re
import zlib

import pytest

from tests.house.conftest import ROOT

SCRIPTS = sorted((ROOT / "static/js").glob("*.js"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
BUDGET = 2 * 1024  # bytes, compressed, for each
# What the content policy forbids, what would call elsewhere, and what would turn typed text into markup.
FORBIDDEN = r"\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\bfetch\(|XMLHttpRequest|sendBeacon|https?://|\.style\b|document\.cookie"


def code_of(script):
    return re.sub(r"^\s*//.*$", "", script.read_text(), flags=re.MULTILINE)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_it_is_small(script):
    assert len(zlib.compress(script.read_bytes(), 9)) <= BUDGET


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_it_asks_nobody_and_makes_no_markup(script):
    assert re.findall(FORBIDDEN, code_of(script)) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_it_has_no_words_of_its_own(script):
    """What people read is translated, and so stands in the page: a sentence has a blank after a word and a capital."""
    texts = re.findall(r"""(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`)""", code_of(script))
    assert [text for found in texts for text in found if re.search(r"\b[A-ZÄÖÜ]\w+ \w+", text)] == []


def test_a_page_takes_scripts_as_modules_from_our_own_folder():
    tags = [tag for path in TEMPLATES for tag in re.findall(r"<script\b[^>]*>", path.read_text())]
    assert tags
    assert [
        tag for tag in tags if not re.fullmatch(r'<script type="module" src="{% static "js/[\w-]+\.js" %}">', tag)
    ] == []


def test_every_script_is_used():
    pages = "".join(path.read_text() for path in TEMPLATES)
    assert [script.name for script in SCRIPTS if f"js/{script.name}" not in pages] == []
