"""The bytes: what calendar programs need, for the public and the personal rendering alike."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from dateutil import tz
from hypothesis import given, settings
from hypothesis import strategies as st

from events.calendars.enums import EntryStatus
from events.calendars.ics import calendar, vevent
from events.calendars.models import CalendarEntry, CalendarEntryText
from events.calendars.ports import PersonalEntry
from tests.events.calendars.reading import lines, only, value
from tests.factories.calendars import BERLIN, berlin

STAMP = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
UID = "0b0f6f0e-3c3f-4c6e-9a57-1f6a3f0f7a10"


def text(summary="Vernetzungstreffen", *, language="de", description="", url="", categories=(), **entry):
    """An unsaved text with its entry: rendering needs no database."""
    fields = {"starts_at": berlin(2026, 12, 3, 18, 0), "ends_at": berlin(2026, 12, 3, 20, 0), "status": "CONFIRMED"}
    return CalendarEntryText(
        entry=CalendarEntry(uid=UID, **fields | entry),
        language=language,
        summary=summary,
        description=description,
        url=url,
        categories=list(categories),
        last_modified=STAMP,
    )


def feed(*texts, name="Termine"):
    return calendar(map(vevent, texts), name=name)


@pytest.fixture(params=["public", "personal"])
def one_feed(request):
    """Builds the feed of one text, as everybody and as one person gets it."""

    def build(*args, **fields):
        said = text(*args, **fields)
        personal = PersonalEntry(said.entry) if request.param == "personal" else None
        return calendar([vevent(said, personal)], name="Termine")

    return build


# --- The frame -----------------------------------------------------------------------------------
def test_a_whole_feed_to_the_byte():
    """Raise `RENDERING` when this changes for unchanged data."""
    assert feed(
        text(
            "Treffen, Teil 1; „Arbeit“",
            description="Mitbringen:\nGute Laune",
            url="https://netz.example.org/termine/treffen-1/",
            categories=("Vernetzungstreffen", "Arbeit, Bildung"),
            location="Haus am Dom, Frankfurt",
            sequence=2,
            latitude=Decimal("50.1109"),
            longitude=Decimal("8.6821"),
        ),
        name="Vielfaltsnetz Hessen – alle Termine",
    ).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vielfaltsnetz//Kalender//DE",
        "CALSCALE:GREGORIAN",
        "NAME:Vielfaltsnetz Hessen – alle Termine",
        "X-WR-CALNAME:Vielfaltsnetz Hessen – alle Termine",
        "X-WR-TIMEZONE:Europe/Berlin",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "SUMMARY:Treffen\\, Teil 1\\; „Arbeit“",
        "DTSTART;TZID=Europe/Berlin:20261203T180000",
        "DTEND;TZID=Europe/Berlin:20261203T200000",
        "DTSTAMP:20261102T093000Z",
        "UID:0b0f6f0e-3c3f-4c6e-9a57-1f6a3f0f7a10@vielfaltsnetz",
        "SEQUENCE:2",
        "CATEGORIES:Vernetzungstreffen,Arbeit\\, Bildung",
        "DESCRIPTION:Mitbringen:\\nGute Laune\\n\\nhttps://netz.example.org/termine/tr",
        " effen-1/",
        "GEO:50.110900;8.682100",
        "LAST-MODIFIED:20261102T093000Z",
        "LOCATION:Haus am Dom\\, Frankfurt",
        "STATUS:CONFIRMED",
        "URL:https://netz.example.org/termine/treffen-1/",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_an_empty_feed_keeps_its_zone():
    body = feed()
    assert body.startswith(b"BEGIN:VCALENDAR\r\n")
    assert body.count(b"BEGIN:VTIMEZONE") == 1
    assert body.endswith(b"END:VTIMEZONE\r\nEND:VCALENDAR\r\n")


def test_a_file_to_open_once_has_no_name_and_asks_for_no_refresh():
    """Outlook makes a calendar of its own of a named file."""
    body = calendar([vevent(text())])
    for word in (b"NAME:", b"REFRESH-INTERVAL", b"X-PUBLISHED-TTL"):
        assert word not in body.replace(b"TZNAME:", b"")


def test_nothing_that_makes_programs_answer_or_ring():
    said = text()
    body = calendar([vevent(said, PersonalEntry(said.entry, status=EntryStatus.TENTATIVE))], name="Termine")
    for word in (b"METHOD", b"ORGANIZER", b"ATTENDEE", b"VALARM"):
        assert word not in body


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Arbeit, Bildung; Sprache\\Kultur", "Arbeit Bildung Sprache Kultur"),
        ("Zeile\r\nATTENDEE:mailto:x@example.org", "Zeile ATTENDEE:mailto:x@example.org"),
        ("Ecke\u2028zwei\x0bdrei", "Ecke zwei drei"),
    ],
)
def test_the_name_of_a_feed_needs_no_escape_and_stays_on_its_line(name, shown):
    found = [line for line in lines(feed(name=name)) if line.partition(":")[0] in {"NAME", "X-WR-CALNAME"}]
    assert found == [f"NAME:{shown}", f"X-WR-CALNAME:{shown}"]


# --- Time ------------------------------------------------------------------------------------------
def test_the_zone_is_right_around_every_change_of_clocks_for_decades():
    """An independent reader of VTIMEZONE against the system's time zone data, hour by hour."""
    zone = tz.tzical(StringIO(feed().decode().replace("\r\n", "\n"))).get("Europe/Berlin")
    for year in range(2024, 2042):
        for month, day in ((1, 1), (3, 24), (6, 30), (10, 24)):
            first = datetime(year, month, day, 0, 30, tzinfo=UTC)
            for hour in range(8 * 24):
                moment = first + timedelta(hours=hour)
                assert moment.astimezone(zone).replace(tzinfo=None) == moment.astimezone(BERLIN).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        pytest.param(berlin(2026, 12, 3, 18), berlin(2026, 12, 3, 20), id="winter"),
        pytest.param(berlin(2027, 7, 1, 9), berlin(2027, 7, 1, 17), id="summer"),
        pytest.param(berlin(2027, 3, 28, 1, 30), berlin(2027, 3, 28, 3, 30), id="over the change in March"),
        pytest.param(berlin(2027, 3, 27, 22), berlin(2027, 3, 28, 10), id="the night of March"),
        pytest.param(berlin(2027, 10, 31, 1, 30), berlin(2027, 10, 31, 3, 30), id="over the change in October"),
        pytest.param(berlin(2027, 10, 31, 2, 10), berlin(2027, 10, 31, 2, 50), id="first pass of the repeated hour"),
        pytest.param(berlin(2027, 10, 31, 2, 10, fold=1), berlin(2027, 10, 31, 2, 50, fold=1), id="second pass of it"),
        pytest.param(berlin(2027, 10, 31, 2, 50), berlin(2027, 10, 31, 2, 10, fold=1), id="from pass to pass"),
        pytest.param(berlin(2027, 1, 1), berlin(2027, 1, 2), id="from midnight to midnight"),
        pytest.param(berlin(2026, 12, 31, 22), berlin(2027, 1, 1, 2), id="over midnight"),
        pytest.param(datetime(2027, 5, 3, 16, tzinfo=UTC), datetime(2027, 5, 3, 18, tzinfo=UTC), id="given in UTC"),
    ],
)
def test_two_programs_read_the_moment_that_was_meant(one_feed, starts_at, ends_at):
    meeting = only(one_feed(starts_at=starts_at, ends_at=ends_at))
    assert (meeting.starts_at, meeting.ends_at) == (starts_at.astimezone(UTC), ends_at.astimezone(UTC))


def test_stamps_are_the_datas_and_in_utc(one_feed):
    body = one_feed()
    assert value(body, "DTSTAMP") == value(body, "LAST-MODIFIED") == "20261102T093000Z"


def test_the_later_of_both_stamps_counts_for_a_person():
    said = text()
    later = PersonalEntry(said.entry, last_modified=STAMP + timedelta(hours=1), revision=2)
    earlier = PersonalEntry(said.entry, last_modified=STAMP - timedelta(hours=1))
    assert value(calendar([vevent(said, later)]), "LAST-MODIFIED") == "20261102T103000Z"
    assert value(calendar([vevent(said, later)]), "SEQUENCE") == "2"
    assert value(calendar([vevent(said, earlier)]), "LAST-MODIFIED") == "20261102T093000Z"


# --- Words -----------------------------------------------------------------------------------------
WORDS = {
    "comma, semicolon; backslash": "Treffen, Teil 1; C:\\Neu\\neu \\, \\; \\n",
    "emoji": "Sommerfest 🎉 mit 👩🏽‍🦽 und 🇩🇪",
    "Arabic with embedded Latin": "لقاء التواصل مع beramí e.V. في Frankfurt (2026)",
    "Persian joiner": "می‌خواهم",
    "markup and entities": "<b>3 &lt; 5</b> & \"so\" 'weiter'",
    "colons and equals": "BEGIN:VEVENT;X=1:Ende",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_two_programs_read_the_words_that_were_typed(one_feed, words):
    meeting = only(one_feed(words, description=words, location=words, categories=(words,)))
    assert (meeting.summary, meeting.description, meeting.location) == (words, words, words)


def test_a_description_of_3000_characters_arrives_whole(one_feed):
    words = ("Grüße, مرحبا und 😀; ohne Ende. " * 100)[:3000].strip()
    assert only(one_feed(description=words)).description == words


def test_line_breaks_of_every_kind_stay_inside_their_property(one_feed):
    """None of them may start a property of its own: somebody could invite, ring or hide."""
    bad = "Treffen\r\nATTENDEE:mailto:x@example.org\nSTATUS:CANCELLED\rX\x0bY\x0cZ\x85A\u2028B\u2029C\x00D"
    body = one_feed(bad, description=bad, location=bad, categories=(bad,), url="https://example.org/\r\nATTENDEE:x")
    names = {line.partition(":")[0].partition(";")[0] for line in lines(body.split(b"BEGIN:VEVENT")[1])}
    assert "ATTENDEE" not in names
    assert value(body, "STATUS") == "CONFIRMED"
    assert re.search(rb"[\x00\x0b\x0c]|\xc2\x85|\xe2\x80[\xa8\xa9]|\r(?!\n)|(?<!\r)\n", body) is None
    assert only(body).summary == "Treffen ATTENDEE:mailto:x@example.org STATUS:CANCELLED X Y Z A B CD"


def test_the_address_stands_in_the_description_too_and_only_once(one_feed):
    url = "https://netz.example.org/termine/treffen-1/"
    assert only(one_feed(description="Kommt!", url=url)).description == f"Kommt!\n\n{url}"
    assert only(one_feed(description=f"Mehr: {url}", url=url)).description == f"Mehr: {url}"
    assert only(one_feed(url=url)).description == url
    assert value(one_feed(url="https://example.org/über uns?a=1,2;3"), "URL") == (
        "https://example.org/%C3%BCber%20uns?a=1,2;3"
    )


def test_what_is_not_known_is_not_said(one_feed):
    body = one_feed()
    names = [line.partition(":")[0] for line in lines(body)]
    assert not {"URL", "LOCATION", "DESCRIPTION", "CATEGORIES", "GEO"} & set(names)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_lines_are_short_enough_and_whole_characters(one_feed, words):
    body = one_feed(words * 20, description=words * 60, location=words, categories=(words * 3,))
    assert body.endswith(b"\r\n")
    for line in body.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(line) <= 75
        line.decode()  # raises when a character was cut in two


# --- Cancelled and uncertain -------------------------------------------------------------------------
def test_cancelled_keeps_its_uid_and_says_so(one_feed):
    meeting = only(one_feed("Fachtag", status="CANCELLED"))
    assert (meeting.uid, meeting.status, meeting.summary) == (f"{UID}@vielfaltsnetz", "CANCELLED", "Abgesagt: Fachtag")


@pytest.mark.parametrize(
    ("personal", "status", "summary"),
    [
        ({}, "CONFIRMED", "Fachtag"),
        ({"status": EntryStatus.TENTATIVE, "label": "Warteliste"}, "TENTATIVE", "Warteliste: Fachtag"),
        ({"status": EntryStatus.CANCELLED}, "CANCELLED", "Abgemeldet: Fachtag"),
    ],
)
def test_a_persons_own_status_stands_over_the_entrys(personal, status, summary):
    said = text("Fachtag")
    meeting = only(calendar([vevent(said, PersonalEntry(said.entry, **personal))]))
    assert (meeting.status, meeting.summary) == (status, summary)


def test_a_cancelled_meeting_is_cancelled_for_everybody():
    said = text("Fachtag", status="CANCELLED")
    confirmed = PersonalEntry(said.entry, status=EntryStatus.CONFIRMED, label="Platz angeboten")
    meeting = only(calendar([vevent(said, confirmed)]))
    assert (meeting.status, meeting.summary) == ("CANCELLED", "Abgesagt: Fachtag")


def test_what_only_one_person_may_know_stands_above_the_description():
    said = text(description="Für alle.", url="https://netz.example.org/termine/1/")
    personal = PersonalEntry(
        said.entry, lines=("Link: https://video.example.org/x", "Treffpunkt: Foyer"), url="https://netz.example.org/m/"
    )
    body = calendar([vevent(said, personal)])
    assert only(body).description == (
        "Link: https://video.example.org/x\nTreffpunkt: Foyer\n\nFür alle.\n\nhttps://netz.example.org/m/"
    )
    assert value(body, "URL") == "https://netz.example.org/m/"
    assert b"video" not in vevent(said)


# --- At random ---------------------------------------------------------------------------------------
visible = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=300)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    summary=st.text(max_size=200),
    description=st.text(max_size=600),
    location=visible,
    minutes=st.integers(min_value=0, max_value=60 * 24 * 366 * 20),
    length=st.integers(min_value=1, max_value=60 * 24 * 3),
)
def test_whatever_is_typed_two_programs_agree_and_lines_hold(summary, description, location, minutes, length):
    starts_at = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ends_at = starts_at + timedelta(minutes=length)
    said = text(f"T {summary}", description=description, location=location, starts_at=starts_at, ends_at=ends_at)
    body = feed(said)
    assert body == feed(said)
    assert all(0 < len(line) <= 75 for line in body.removesuffix(b"\r\n").split(b"\r\n"))
    meeting = only(body)
    assert (meeting.starts_at, meeting.ends_at) == (starts_at, ends_at)
