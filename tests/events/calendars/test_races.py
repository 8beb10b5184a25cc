"""The public feed while it is edited."""

import threading
from dataclasses import replace

import pytest
import time_machine
from django.db import connection

from events.calendars.models import CalendarEntryText
from events.calendars.services import entry_write
from tests.events.calendars.reading import by_icalendar, value
from tests.factories.calendars import berlin, entry_create, entry_data

URL = "/kalender/alle.ics"


@pytest.mark.django_db(transaction=True)
@time_machine.travel(berlin(2026, 11, 22, 12))
def test_readers_and_a_writer_at_once_end_with_the_truth(client):
    entries = [entry_create(f"Nr. {n}", starts_at=berlin(2027, 1, n + 1, 18)) for n in range(5)]
    statuses = []

    def read():
        try:
            statuses.extend(type(client)().get(URL).status_code for _round in range(6))
        finally:
            connection.close()

    def write():
        try:
            for _round in range(6):
                for number, entry in enumerate(entries):
                    data = entry_data(f"Nr. {number}", starts_at=entry.starts_at)
                    entry_write(entry=entry, data=replace(data, location=f"Raum {_round}"))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for work in (read, read, write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 12
    kept = client.get(URL).content
    CalendarEntryText.objects.update(rendered=None)
    assert client.get(URL).content == kept
    assert {meeting.location for meeting in by_icalendar(kept)} == {"Raum 5"}
    assert {value(b"BEGIN:VEVENT\r\n" + part, "SEQUENCE") for part in kept.split(b"BEGIN:VEVENT\r\n")[1:]} == {"6"}
