"""/stil/ shows every component there is, in every language of the frame, to everybody, and to no search engine."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from cms.style_guide.selectors import unit_colours

NOT_TO_BE_SEEN = {
    "components/alternates.html",  # in the head of public pages
    "components/mail_button.html",  # mails are looked at in the demo
}

pytestmark = pytest.mark.django_db


def _components():
    folder = settings.BASE_DIR / "templates"
    return {str(path.relative_to(folder)) for path in (folder / "components").glob("*.html")}


def test_no_component_is_missing(client):
    shown = {template.name for template in client.get("/stil/").templates}

    assert _components() - NOT_TO_BE_SEEN - shown == set(), "show it in templates/style_guide/, in all its states"


def test_it_is_for_those_who_build_and_no_search_engine_keeps_it(client):
    page = BeautifulSoup(client.get("/stil/").content, "html.parser")

    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_every_line_of_its_contents_leads_to_a_section(client):
    page = BeautifulSoup(client.get("/stil/").content, "html.parser")
    links = [link["href"] for link in page.find(class_="guide-contents").find_all("a")]

    assert [link for link in links if not page.find("h2", id=link[1:])] == []


def test_its_samples_say_that_they_are_german(client):
    page = BeautifulSoup(client.get("/ar/stil/").content, "html.parser")

    assert page.html["lang"] == "ar"
    assert all(section["lang"] == "de" for section in page.find_all(class_="guide"))


def test_no_id_is_there_twice(client):
    page = BeautifulSoup(client.get("/stil/").content, "html.parser")
    ids = [element["id"] for element in page.find_all(id=True)]

    assert sorted({name for name in ids if ids.count(name) > 1}) == []


def test_the_figures_come_from_the_style_sheet():
    network = unit_colours()[0]
    ink = next(pair for pair in network.pairs if (pair.front, pair.ground) == ("ink", "paper"))

    assert ink.light[2] > 10
    assert all(
        pair.light[2] >= pair.least and pair.dark[2] >= pair.least for unit in unit_colours() for pair in unit.pairs
    )
