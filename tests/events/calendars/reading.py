"""Feeds read by two independent programs, brought to the same words."""

from dataclasses import dataclass
from datetime import UTC, datetime

import icalendar
import vobject


@dataclass(frozen=True)
class Meeting:
    uid: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    description: str
    status: str
    location: str


def by_icalendar(body):
    calendar = icalendar.Calendar.from_ical(body)
    return [
        Meeting(
            uid=str(event["UID"]),
            starts_at=_utc(event["DTSTART"].dt),
            ends_at=_utc(event["DTEND"].dt),
            summary=str(event["SUMMARY"]),
            description=str(event.get("DESCRIPTION", "")),
            status=str(event["STATUS"]),
            location=str(event.get("LOCATION", "")),
        )
        for event in calendar.walk("VEVENT")
    ]


def by_vobject(body):
    """vobject builds the zone from our VTIMEZONE, not from the system's."""
    calendar = vobject.readOne(body.decode())
    return [
        Meeting(
            uid=event.uid.value,
            starts_at=_utc(event.dtstart.value),
            ends_at=_utc(event.dtend.value),
            summary=event.summary.value,
            description=event.description.value if hasattr(event, "description") else "",
            status=event.status.value,
            location=event.location.value if hasattr(event, "location") else "",
        )
        for event in calendar.contents.get("vevent", [])
    ]


def _utc(moment):
    """Python calls times of the repeated hour unequal between two zones, even when they are the same moment."""
    return moment.astimezone(UTC)


def only(body):
    """The one meeting in `body`, on which both programs agree."""
    ours, theirs = by_icalendar(body), by_vobject(body)
    assert ours == theirs
    (meeting,) = ours
    return meeting


def lines(body):
    """Unfolded content lines."""
    return body.decode().replace("\r\n ", "").split("\r\n")[:-1]


def value(body, name):
    """The raw value of the one line called `name` inside VEVENT."""
    inside = body.split(b"BEGIN:VEVENT\r\n")[1]
    (found,) = [line for line in lines(inside) if line.partition(":")[0].partition(";")[0] == name]
    return found.partition(":")[2]
