"""The frame of every page, and the rules all templates keep."""

import re
import zlib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils import translation

ROOT = Path(settings.BASE_DIR) / "templates"
MAIL_TEMPLATES = sorted([*(ROOT / "emails").rglob("*.html"), ROOT / "components/mail_button.html"])
SITE_TEMPLATES = sorted(set(ROOT.rglob("*.html")) - set(MAIL_TEMPLATES))
BERLIN = ZoneInfo("Europe/Berlin")


# --- The frame ------------------------------------------------------------------------------------
def test_a_page_says_its_language_and_direction(render):
    with translation.override("de"):
        assert (render("shell.html").html["lang"], render("shell.html").html["dir"]) == ("de", "ltr")
    with translation.override("ar"):
        assert (render("shell.html").html["lang"], render("shell.html").html["dir"]) == ("ar", "rtl")


def test_a_page_fetches_the_font_of_its_script_first(render):
    with translation.override("ar"):
        assert "vazirmatn" in render("shell.html").find("link", rel="preload")["href"]
    with translation.override("de"):
        assert "commissioner-latin" in render("shell.html").find("link", rel="preload")["href"]


def test_the_first_link_leads_to_the_content(render):
    page = render("base.html")
    first = page.find("a")

    assert "skip-link" in first["class"]
    assert page.find(id=first["href"][1:]).name == "main"


def test_the_landmarks_are_there_once_and_every_navigation_has_a_name(render):
    page = render("base.html")

    assert [len(page.find_all(name)) for name in ("header", "main", "footer")] == [1, 1, 1]
    names = [nav["aria-label"] for nav in page.find_all("nav")]
    assert len(names) == len(set(names)) > 0


def test_the_demo_says_that_it_is_one(render):
    assert "Beispiele" in render("base.html", DEMO=True).header.get_text()
    assert "Beispiele" not in render("base.html", DEMO=False).header.get_text()


# --- Components -----------------------------------------------------------------------------------
def test_an_event_row_shows_the_day_and_reads_the_whole_date(render):
    row = render(
        "components/event_row.html",
        title="Treffen",
        url="/termine/treffen-1/",
        starts_at=datetime(2026, 11, 24, 18, 0, tzinfo=BERLIN),
        ends_at=datetime(2026, 11, 24, 20, 30, tzinfo=BERLIN),
        unit="mo",
    )

    assert row.article["data-unit"] == "mo"
    assert row.find(class_="date-day").get_text() == "24"
    assert row.find("time")["datetime"] == "2026-11-24T18:00:00+01:00"
    assert row.find("time").find(class_="visually-hidden").get_text() == "Dienstag, 24. November 2026"
    assert "18:00 bis 20:30 Uhr" in row.get_text()
    assert row.find("h2")["dir"] == "auto"


def test_a_front_page_shows_the_shapes_of_its_unit_and_others_none(render):
    front = render("components/page_head.html", title="WIR-Lots*innen", unit="lotsen")
    plain = render("components/page_head.html", title="Mitmachen")

    assert front.find(class_="page-head-band")["data-unit"] == "lotsen"
    assert front.find(class_="motif")["aria-hidden"] == "true"
    assert plain.find("svg") is None


@pytest.mark.parametrize("name", ["welcome", "empty", "lost", "thanks", "pause"])
def test_a_drawing_is_an_ornament_and_light(name):
    text = render_to_string("components/picture.html", {"name": name})

    assert 'aria-hidden="true"' in text
    assert "#" not in text, "its colours are tokens, so that they are right in the dark"
    assert len(text.encode()) < 2048


def test_a_cancelled_event_says_so_in_a_word(render):
    row = render(
        "components/event_row.html",
        title="Treffen",
        url="/",
        starts_at=datetime(2026, 11, 24, 18, 0, tzinfo=BERLIN),
        is_cancelled=True,
        status="Noch 3 Plätze",
    )

    assert "Abgesagt" in row.get_text()
    assert "Noch 3 Plätze" not in row.get_text()


def test_pages_of_a_list_keep_the_filter_and_name_where_one_is(render):
    pages = render("components/pagination.html", page=Paginator(range(95), 10).page(4), query="thema=recht&")

    assert pages.find(attrs={"aria-current": "page"}).get_text(" ", strip=True) == "Seite 4"
    assert pages.find(rel="next")["href"] == "?thema=recht&seite=5"
    assert [link["href"][-2:].strip("=") for link in pages.find_all("a", rel=None)] == ["1", "3", "5", "10"]


def test_a_list_on_one_page_has_no_pages(render):
    assert not render("components/pagination.html", page=Paginator(range(3), 10).page(1), query="").find("nav")


def test_a_button_takes_nothing_from_the_page_around_it(render):
    source = '{% include "components/button.html" with label="Weiter" only %}'

    assert render(source, url="/fremd/", name="fremd", kind="danger").button["class"] == ["button"]


# --- Rules all templates keep ----------------------------------------------------------------------
def _id(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SITE_TEMPLATES, ids=_id)
def test_no_inline_style_or_script(path):
    """The content security policy forbids both; a page that needs them would break silently."""
    text = re.sub(r"\{%\s*comment\s*%\}.*?\{%\s*endcomment\s*%\}|\{#.*?#\}", "", path.read_text(), flags=re.DOTALL)

    assert not re.search(r"\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*[\"']|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script\b[^>]*>", text))


@pytest.mark.parametrize("path", SITE_TEMPLATES + MAIL_TEMPLATES, ids=_id)
def test_nothing_is_loaded_from_elsewhere(path):
    assert not re.search(r"(?:src|srcset|action)\s*=\s*[\"'](?:https?:)?//", path.read_text())
    assert not re.search(r"<link\b[^>]*href\s*=\s*[\"'](?:https?:)?//", path.read_text())


@pytest.mark.parametrize("path", sorted((ROOT / "components").glob("*.html")), ids=_id)
def test_a_component_begins_by_naming_what_it_takes(path):
    text = re.sub(r"^(?:\s*\{%\s*load [^%]*%\}\s*)*", "", path.read_text())

    assert text.startswith(("{#", "{% comment %}"))


# --- Weight --------------------------------------------------------------------------------------
def test_the_first_visit_is_light():
    """Style sheets at most 11 KB compressed, fonts of a German page at most 40 KB (step 2 allows 60 and 150 in all)."""
    static = ROOT.parent / "static"
    of_one_page = {"demo.css", "desk.css", "style_guide.css"}  # desk.css: the editors' desk
    sheets = b"".join(
        path.read_bytes() for path in sorted((static / "css").glob("*.css")) if path.name not in of_one_page
    )

    assert len(zlib.compress(sheets, 9)) <= 11 * 1024
    assert (static / "fonts/commissioner-latin.woff2").stat().st_size <= 40 * 1024


def test_the_menu_that_lies_open_has_a_name():
    """Its button, which names it on a phone, is not shown there."""
    source = (ROOT / "components/site_header.html").read_text(encoding="utf-8")
    assert '<details class="nav-more" aria-label="{% translate "Menü" %}">' in source


def test_a_session_stands_in_one_line_with_the_page(render):
    """As a block with a direction of its own its title would stand on the other side than its date."""
    event = {"text_language": "de"}
    session = {"title": "Erster Abend", "starts_at": datetime(2026, 12, 1, 18, tzinfo=BERLIN)}
    session["ends_at"] = session["starts_at"].replace(hour=20)
    with translation.override("ar"):
        item = render("programme/sessions.html", event=event, page={"sessions": [session]}).li
    assert item.strong.bdi["lang"] == "de"
    assert "dir" not in item.strong.attrs
    assert "، " in item.get_text()
