"""The personal feed over HTTP."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from events.calendars.enums import EntryStatus
from events.calendars.models import CalendarEntry, FeedToken
from events.calendars.ports import PersonalEntry, feed_sources
from events.calendars.services import entry_write
from events.calendars.tokens import feed_token_revoke
from tests.events.calendars.reading import by_icalendar, by_vobject, only, value
from tests.factories.calendars import berlin, entry_create, entry_data, entry_text, person_create, token_create

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    """A source of this test: what each person is to see. Other slices' sources are off."""
    registered = {name: feed_sources.get(name) for name in feed_sources.names()}
    for name in registered:
        feed_sources.unregister(name)
    given = {}
    feed_sources.register("test", lambda person, since: given.get(person.pk, []))
    yield given
    feed_sources.unregister("test")
    for name, provider in registered.items():
        feed_sources.register(name, provider)


@pytest.fixture
def amina(source):
    return person_create("Amina Yıldız")


@pytest.fixture
def token(amina):
    return token_create(amina)


@pytest.fixture
def url(token):
    return f"/kalender/p/{token[1]}.ics"


def days_ahead(days):
    return datetime.now(UTC).replace(microsecond=0) + timedelta(days=days)


# --- What is in it -----------------------------------------------------------------------------------
def test_it_shows_ones_own_entries_and_nobody_elses(client, source, amina, url):
    mine, public = entry_create("Meins", is_public=False), entry_create("Öffentlich")
    ben = person_create("Ben")
    source |= {amina.pk: [PersonalEntry(mine)], ben.pk: [PersonalEntry(public, lines=("Ben kommt mit Hund",))]}
    meeting = only(client.get(url).content)
    assert (meeting.uid, meeting.summary) == (mine.uid_text, "Meins")


def test_it_says_what_only_this_person_may_know(client, source, amina, url):
    entry = entry_create("Treffen")
    personal = PersonalEntry(entry, status=EntryStatus.TENTATIVE, label="Warteliste", lines=("Raum 3",), revision=4)
    source[amina.pk] = [personal]
    body = client.get(url).content
    meeting = only(body)
    assert (meeting.summary, meeting.status) == ("Warteliste: Treffen", "TENTATIVE")
    assert meeting.description.startswith("Raum 3\n\nKennenlernen")
    assert value(body, "SEQUENCE") == "4"
    assert b"Raum 3" not in client.get("/kalender/alle.ics").content


def test_the_uid_is_the_public_one(client, source, amina, url):
    source[amina.pk] = [PersonalEntry(entry_create())]
    assert only(client.get(url).content).uid == only(client.get("/kalender/alle.ics").content).uid


@time_machine.travel(berlin(2026, 11, 22, 12))
def test_a_move_arrives(client, source, amina, url):
    entry = entry_create(starts_at=berlin(2027, 1, 10, 18))
    source[amina.pk] = [PersonalEntry(entry)]
    before = client.get(url)
    entry_write(entry=entry, data=entry_data(starts_at=berlin(2027, 1, 10, 19)))
    after = client.get(url, headers={"if-none-match": before["ETag"]})
    assert only(after.content).starts_at - only(before.content).starts_at == timedelta(hours=1)
    assert value(after.content, "SEQUENCE") == "1"


def test_an_empty_feed_is_a_valid_one(client, url):
    response = client.get(url)
    assert response.status_code == 200
    assert by_icalendar(response.content) == by_vobject(response.content) == []


def test_the_window_is_that_of_the_public_feed(client, source, amina, url):
    old, recent = entry_create("alt", starts_at=days_ahead(-40)), entry_create("neulich", starts_at=days_ahead(-20))
    source[amina.pk] = [PersonalEntry(old), PersonalEntry(recent)]
    assert only(client.get(url).content).summary == "neulich"


def test_an_entry_stands_once_and_what_one_comes_for_wins(client, source, amina, url):
    entry = entry_create("Treffen")
    source[amina.pk] = [
        PersonalEntry(entry, status=EntryStatus.CANCELLED),
        PersonalEntry(entry, status=EntryStatus.CONFIRMED, label="Dolmetschen"),
        PersonalEntry(entry, status=EntryStatus.TENTATIVE),
    ]
    meeting = only(client.get(url).content)
    assert (meeting.status, meeting.summary) == ("CONFIRMED", "Dolmetschen: Treffen")


def test_lang_chooses_the_text_and_is_active_for_the_sources(client, amina, url):
    entry = entry_create(texts={"de": entry_text("Treffen"), "en": entry_text("Meeting")})
    feed_sources.unregister("test")
    feed_sources.register("test", lambda person, since: [PersonalEntry(entry, label=translation.get_language())])
    assert only(client.get(url, {"lang": "en"}).content).summary == "en: Meeting"
    assert only(client.get(url, headers={"accept-language": "en"}).content).summary == "de: Treffen"


@pytest.mark.parametrize("count", [1, 3])
def test_reads_do_not_grow_with_the_entries(client, source, amina, url, count, django_assert_num_queries):
    source[amina.pk] = [PersonalEntry(entry_create(starts_at=days_ahead(day + 1))) for day in range(count)]
    with django_assert_num_queries(3):  # token, its first use this hour, texts
        etag = client.get(url)["ETag"]
    with django_assert_num_queries(2):
        assert client.get(url).content.count(b"BEGIN:VEVENT") == count
    with django_assert_num_queries(2):
        assert client.get(url, headers={"if-none-match": etag}).status_code == 304


# --- The secret ------------------------------------------------------------------------------------
def test_neither_secret_nor_person_stands_in_the_body(client, source, amina, token, url):
    source[amina.pk] = [PersonalEntry(entry_create())]
    body = client.get(url).content.decode()
    for word in (token[1], token[0].digest, str(amina.pk), "Amina"):
        assert word not in body


def test_every_wrong_address_gets_the_same_short_answer(client, amina, token, url):
    secret = token[1]
    revoked, revoked_secret = token_create(amina, "weg")
    feed_token_revoke(person=amina, pk=revoked.pk)
    other, other_secret = token_create(amina, "anders")
    FeedToken.objects.filter(pk=other.pk).update(kind="organisation")
    answers = set()
    wrong = [
        revoked_secret,
        other_secret,
        secret[:-1],
        secret + "x",
        secret.swapcase(),
        "x",
        "x" * 4000,
        "a/b",
        "%00",
        "%F0%9F",
        "%FF",
        token[0].digest,
    ]
    for address in wrong:
        for headers in ({}, {"if-none-match": "*"}, {"if-modified-since": "Sun, 22 Nov 2026 12:00:00 GMT"}):
            response = client.get(f"/kalender/p/{address}.ics", headers=headers)
            shown = sorted(item for item in response.items() if item[0] != "Content-Security-Policy")
            answers.add((response.status_code, response.content, str(shown)))
    assert len(answers) == 1
    status, body, headers = answers.pop()
    assert (status, body) == (404, b"Not found\n")
    assert "noindex" in headers
    assert "no-store" in headers


def test_an_address_revoked_a_second_ago_is_gone_for_who_has_a_copy_too(client, amina, token, url):
    copy = client.get(url)
    feed_token_revoke(person=amina, pk=token[0].pk)
    assert client.get(url, headers={"if-none-match": copy["ETag"]}).status_code == 404


def test_a_wrong_address_is_looked_up_as_a_right_one(client, token):
    for address in ("x", token[1] + "x", token[1]):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/kalender/p/{address}.ics")
        lookups = [query for query in queries if query["sql"].startswith("SELECT") and "feedtoken" in query["sql"]]
        assert len(lookups) == 1


def test_use_is_noted(client, token, url):
    client.head(url)
    token[0].refresh_from_db()
    assert token[0].last_used_at is not None


# --- The answer as such ------------------------------------------------------------------------------
def test_its_headers(client, url, token):
    for response in (client.get(url), client.head(url)):
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        assert response["Cache-Control"] == "private, no-cache"
        assert response["X-Robots-Tag"] == "noindex"
        assert token[1] not in response["Content-Disposition"]
        assert "Vary" not in response
        assert not response.cookies


def test_304_and_200_carry_the_same_validators(client, source, amina, url):
    source[amina.pk] = [PersonalEntry(entry_create())]
    with time_machine.travel(days_ahead(0), tick=False):  # in its first second, the date follows the clock
        full = client.get(url)
        for tag in (full["ETag"], f"W/{full['ETag']}", f'"x", {full["ETag"]}', "*"):
            response = client.get(url, headers={"if-none-match": tag})
            assert (response.status_code, response.content) == (304, b"")
            for header in ("ETag", "Last-Modified", "Cache-Control", "X-Robots-Tag"):
                assert response[header] == full[header]


def test_the_tag_wins_over_the_date(client, source, amina, url):
    with time_machine.travel(days_ahead(-2), tick=False):
        entry = entry_create(starts_at=days_ahead(9))
    source[amina.pk] = [PersonalEntry(entry)]
    with time_machine.travel(days_ahead(0), tick=False):
        date = client.get(url)["Last-Modified"]
        assert client.get(url, headers={"if-modified-since": date}).status_code == 304
        both = {"if-modified-since": date, "if-none-match": '"other"'}
        assert client.get(url, headers=both).status_code == 200


def test_what_leaves_changes_tag_and_date(client, source, amina, url):
    """Sources do not tell what left; the midnight of the day counts as a change."""
    with time_machine.travel(berlin(2026, 11, 22, 12), tick=False):
        source[amina.pk] = [PersonalEntry(entry_create(starts_at=berlin(2026, 10, 24, 12)))]
        before = client.get(url)
        assert by_icalendar(before.content)
    with time_machine.travel(berlin(2026, 11, 24, 0, 5), tick=False):
        assert client.get(url, headers={"if-none-match": before["ETag"]}).status_code == 200
        after = client.get(url, headers={"if-modified-since": before["Last-Modified"]})
        assert by_icalendar(after.content) == []
        assert after["Last-Modified"] != before["Last-Modified"]


def test_same_data_same_bytes(client, source, amina, url):
    source[amina.pk] = [PersonalEntry(entry_create(starts_at=days_ahead(day))) for day in (3, 1, 2)]
    first = client.get(url).content
    source[amina.pk].reverse()
    assert client.get(url).content == first
    assert CalendarEntry.objects.count() == first.count(b"BEGIN:VEVENT") == 3


def test_nothing_can_be_written(client, url):
    assert client.post(url).status_code == 405
    assert client.options(url).status_code == 200
