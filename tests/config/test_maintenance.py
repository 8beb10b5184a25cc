"""A file switches the site off; the page that says so needs neither session nor database."""

import json
from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone


@pytest.fixture
def switch(settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    return settings.MAINTENANCE_FILE


@pytest.mark.parametrize(("path", "language"), [("/termine/", "de"), ("/ar/", "ar"), ("/en/mitglieder/", "en")])
def test_every_page_says_that_we_are_at_work(client, switch, path, language):
    """Without the `db` fixture pytest-django refuses every query."""
    switch.touch()
    client.cookies["sessionid"] = "somebody"

    response = client.get(path)

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "600"
    assert response.headers["Cache-Control"] == "no-store"
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    assert page.html["lang"] == language
    assert page.main.find("a", href="")


def test_the_monitor_learns_that_it_is_meant(client, switch):
    switch.touch()

    response = client.get("/healthz")

    assert response.status_code == 503
    assert json.loads(response.content) == {"status": "maintenance"}


def test_the_style_sheets_come_first_and_what_asks_the_database_later(settings):
    places = [name.rpartition(".")[2] for name in settings.MIDDLEWARE]

    order = ["WhiteNoiseMiddleware", "PolicyMiddleware", "MaintenanceMiddleware", "SessionMiddleware"]
    assert sorted(order, key=places.index) == order


def test_the_file_may_say_when_it_ends(client, switch):
    end = timezone.localtime() + timedelta(hours=2)
    switch.write_text(end.isoformat(timespec="minutes") + "\n")

    response = client.get("/termine/")

    assert 6000 < int(response.headers["Retry-After"]) <= 7200
    assert end.strftime("%H:%M") in response.content.decode()


@pytest.mark.parametrize("text", ["bald", "2026-02-31T10:00", "2020-01-01T10:00", "\x00"])
def test_what_it_says_wrongly_is_passed_over(client, switch, text):
    switch.write_text(text)

    response = client.get("/termine/")

    assert response.headers["Retry-After"] == "600"
    assert "paar Minuten" in response.content.decode()


def test_bytes_that_are_no_text_are_passed_over(client, switch):
    switch.write_bytes(b"\xff\xfe\x9d")

    assert client.get("/termine/").headers["Retry-After"] == "600"


def test_a_time_without_an_offset_is_one_of_berlin(client, switch):
    tomorrow = datetime.now() + timedelta(days=1)  # noqa: DTZ005  (what an operator types)
    switch.write_text(tomorrow.strftime("%Y-%m-%dT18:30"))

    assert "18:30" in client.get("/termine/").content.decode()


@pytest.mark.django_db
def test_without_the_file_all_is_as_ever(client, switch):
    assert client.get("/termine/").status_code == 200
