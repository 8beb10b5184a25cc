"""What a registration puts into a person's own calendar."""

from datetime import timedelta

import icalendar
import pytest
import time_machine
from django.utils import timezone

from events.programme.enums import SeatMode
from events.programme.services import event_cancel, event_saved
from events.registration.services import registration_cancel, registrations_create
from tests.factories import events, people
from tests.factories.calendars import token_create

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return people.publisher("mo")


@pytest.fixture
def event(leader):
    return events.published(
        actor=leader, attendance_mode="online", online_url="https://video.example.org/raum", title="Abrechnen"
    )


@pytest.fixture
def amina(event):
    amina = people.representative(name="Amina Yıldız")
    registrations_create(event=event, actor=amina, people=[amina], mode=SeatMode.ONLINE)
    return amina


def feed(client, person):
    _token, secret = token_create(person)
    response = client.get(f"/kalender/p/{secret}.ics")
    assert response.status_code == 200
    return list(icalendar.Calendar.from_ical(response.content).walk("VEVENT"))


def test_has_what_i_joined_with_the_video_link(client, amina):
    [entry] = feed(client, amina)
    assert entry["SUMMARY"] == "Abrechnen"
    assert entry["STATUS"] == "CONFIRMED"
    assert "https://video.example.org/raum" in entry["DESCRIPTION"]


def test_the_public_feed_has_the_same_uid_and_no_video_link(client, amina):
    [mine] = feed(client, amina)
    public = client.get("/kalender/alle.ics").content
    [everybodys] = icalendar.Calendar.from_ical(public).walk("VEVENT")
    assert everybodys["UID"] == mine["UID"]
    assert b"video.example.org" not in public


def test_a_move_shows_in_both(client, amina, event, leader):
    [before] = feed(client, amina)
    events.move(event, leader)
    [after] = feed(client, amina)
    [public] = icalendar.Calendar.from_ical(client.get("/kalender/alle.ics").content).walk("VEVENT")
    assert after["UID"] == before["UID"] == public["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTART"].dt == public["DTSTART"].dt != before["DTSTART"].dt


def test_another_video_link_is_a_newer_entry(client, amina, event, leader):
    [before] = feed(client, amina)
    with time_machine.travel(timezone.now() + timedelta(minutes=5), tick=False):
        event.online_url = "https://video.example.org/anderer-raum"
        event.save()
        event_saved(event=event, actor=leader)
        [after] = feed(client, amina)
    assert "anderer-raum" in after["DESCRIPTION"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


def test_what_i_left_is_cancelled_there(client, amina):
    registration_cancel(registration=amina.registrations.get(), actor=amina)
    [entry] = feed(client, amina)
    assert entry["STATUS"] == "CANCELLED"
    assert "video" not in entry["DESCRIPTION"]


def test_coming_back_counts_more_than_having_left(client, amina, event):
    registration_cancel(registration=amina.registrations.get(), actor=amina)
    [left] = feed(client, amina)
    registrations_create(event=event, actor=amina, people=[amina], mode=SeatMode.ONLINE)
    [back] = feed(client, amina)
    assert back["STATUS"] == "CONFIRMED"
    assert back["SEQUENCE"] > left["SEQUENCE"]


def test_what_the_hosts_cancelled_is_cancelled(client, amina, event, leader):
    event_cancel(event=event, actor=leader)
    [entry] = feed(client, amina)
    assert entry["STATUS"] == "CANCELLED"


def test_nobody_elses_dates(client, amina):
    assert feed(client, people.representative()) == []
