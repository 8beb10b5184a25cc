"""The public feed over HTTP."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings as django_settings
from django.utils.http import http_date
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.calendars import feeds, selectors
from events.calendars.enums import EntryStatus
from events.calendars.models import CalendarEntry, CalendarEntryText
from events.calendars.services import entry_write
from tests.events.calendars.reading import by_icalendar, by_vobject, only, value
from tests.factories.calendars import berlin, entry_create, entry_data, entry_text, person_create

pytestmark = pytest.mark.django_db

URL = "/kalender/alle.ics"


def summaries(response):
    return [meeting.summary for meeting in by_icalendar(response.content)]


def ago(**duration):
    return datetime.now(UTC) - timedelta(**duration)


# --- What is in it -------------------------------------------------------------------------------
def test_it_shows_every_public_entry_in_order_of_time(client):
    entry_create("Zweites", starts_at=ago(days=-9))
    entry_create("Entwurf", is_public=False)
    entry_create("Erstes", starts_at=ago(days=-8))
    assert summaries(client.get(URL)) == ["Erstes", "Zweites"]


def test_it_reaches_thirty_days_back_and_as_far_ahead_as_there_is_something(client):
    with time_machine.travel(berlin(2026, 11, 22, 12), tick=False):
        entry_create("zu alt", starts_at=berlin(2026, 10, 22, 20), ends_at=berlin(2026, 10, 22, 23, 59))
        entry_create("gerade noch", starts_at=berlin(2026, 10, 22, 22), ends_at=berlin(2026, 10, 23, 0))
        entry_create("in zehn Jahren", starts_at=berlin(2036, 11, 22, 12))
        assert summaries(client.get(URL)) == ["gerade noch", "in zehn Jahren"]


def test_an_empty_feed_is_a_valid_one(client):
    response = client.get(URL)
    assert response.status_code == 200
    assert by_icalendar(response.content) == by_vobject(response.content) == []
    assert b"BEGIN:VTIMEZONE" in response.content


@time_machine.travel(berlin(2026, 11, 22, 12))
def test_a_moved_meeting_keeps_its_uid_and_takes_its_new_time(client):
    entry = entry_create(starts_at=berlin(2027, 3, 27, 18))
    before = only(client.get(URL).content)
    entry_write(entry=entry, data=entry_data(starts_at=berlin(2027, 3, 28, 18)))
    body = client.get(URL).content
    after = only(body)
    assert (after.uid, after.starts_at - before.starts_at) == (before.uid, timedelta(hours=23))
    assert value(body, "SEQUENCE") == "1"


def test_a_cancelled_meeting_stays_and_says_so(client):
    entry = entry_create("Fachtag")
    uid = only(client.get(URL).content).uid
    entry_write(entry=entry, data=entry_data("Fachtag", starts_at=entry.starts_at, status=EntryStatus.CANCELLED))
    meeting = only(client.get(URL).content)
    assert (meeting.uid, meeting.status, meeting.summary) == (uid, "CANCELLED", "Abgesagt: Fachtag")


def test_it_is_cut_at_a_thousand_events_from_the_far_end(client, monkeypatch):
    monkeypatch.setattr(selectors, "MAX_EVENTS", 2)
    for week in (3, 1, 2):
        entry_create(f"Woche {week}", starts_at=ago(weeks=-week))
    assert summaries(client.get(URL)) == ["Woche 1", "Woche 2"]


def test_it_is_cut_at_a_megabyte_from_the_far_end(client, monkeypatch):
    for week in (1, 2, 3):
        entry_create(f"Woche {week}", starts_at=ago(weeks=-week), description="x" * 3000)
    whole = client.get(URL).content
    monkeypatch.setattr(feeds, "MAX_BYTES", len(whole) - 1)
    cut = client.get(URL)
    assert summaries(cut) == ["Woche 1", "Woche 2"]
    assert len(cut.content) < len(whole)


# --- Languages -------------------------------------------------------------------------------------
def test_lang_chooses_the_text_and_german_stands_in(client):
    entry_create(starts_at=ago(days=-1), texts={"de": entry_text("Treffen"), "en": entry_text("Meeting")})
    entry_create("Nur deutsch", starts_at=ago(days=-2))
    assert summaries(client.get(URL, {"lang": "en"})) == ["Meeting", "Nur deutsch"]
    assert summaries(client.get(URL, {"lang": "EN"})) == ["Meeting", "Nur deutsch"]


@pytest.mark.parametrize("query", ["", "?lang=", "?lang=xx", "?lang=de", "?lang=../../x%00", "?other=1"])
def test_without_a_known_lang_it_is_german(client, query):
    entry_create(texts={"de": entry_text("Treffen"), "en": entry_text("Meeting")})
    response = client.get(URL + query, headers={"accept-language": "en"})
    assert summaries(response) == ["Treffen"]
    assert response["Content-Language"] == "de"


# --- Kept bytes --------------------------------------------------------------------------------------
def test_the_same_data_gives_the_same_bytes_however_they_came_about(client):
    with time_machine.travel(berlin(2026, 11, 22, 9), tick=False):
        for week in (1, 2, 3):
            entry_create(f"Woche {week}", starts_at=berlin(2026, 12, week, 18))
        rendered = client.get(URL)
    with time_machine.travel(berlin(2026, 11, 22, 23), tick=False):
        kept = client.get(URL)
        CalendarEntryText.objects.update(rendered=None)
        rendered_again = client.get(URL)
    assert rendered.content == kept.content == rendered_again.content
    assert rendered["ETag"] == kept["ETag"] == rendered_again["ETag"]


def test_one_edit_renders_one_entry(client, monkeypatch):
    first, _second = entry_create("Eins", starts_at=ago(days=-1)), entry_create("Zwei", starts_at=ago(days=-2))
    client.get(URL)
    rendered = []
    original = feeds.vevent
    monkeypatch.setattr(feeds, "vevent", lambda text: rendered.append(text.summary) or original(text))
    entry_write(entry=first, data=entry_data("Eins neu", starts_at=first.starts_at))
    client.get(URL)
    client.get(URL)
    assert rendered == ["Eins neu"]


def test_another_way_of_rendering_serves_no_old_bytes(client, monkeypatch):
    entry_create()
    before = client.get(URL)
    CalendarEntryText.objects.update(rendered=b"BEGIN:VEVENT\r\nold\r\nEND:VEVENT\r\n")
    monkeypatch.setattr(feeds, "RENDERING", feeds.RENDERING + 1)
    after = client.get(URL)
    assert b"old" not in after.content
    assert after["ETag"] != before["ETag"]


def test_an_edit_between_reading_and_keeping_is_not_overwritten(client, monkeypatch):
    entry = entry_create("Alt")
    original = feeds._keep

    def edited_meanwhile(events):
        entry_write(entry=entry, data=entry_data("Neu", starts_at=entry.starts_at))
        original(events)

    monkeypatch.setattr(feeds, "_keep", edited_meanwhile)
    stale = client.get(URL)
    monkeypatch.setattr(feeds, "_keep", original)
    assert CalendarEntryText.objects.get().rendered is None
    fresh = client.get(URL, headers={"if-none-match": stale["ETag"]})
    assert (fresh.status_code, summaries(fresh)) == (200, ["Neu"])


def test_what_is_hidden_while_it_is_read_is_left_out(client, monkeypatch):
    entry = entry_create("Geheim")
    data = entry_data("Geheim", starts_at=entry.starts_at, is_public=False)
    original = feeds._render_public
    monkeypatch.setattr(
        feeds, "_render_public", lambda pks: entry_write(entry=entry, data=data) and original(list(pks))
    )
    assert summaries(client.get(URL)) == []


def test_more_entries_than_one_update_takes_are_all_kept(client, monkeypatch):
    monkeypatch.setattr(feeds, "_KEPT_AT_ONCE", 2)
    for day in range(1, 6):
        entry_create(f"Tag {day}", starts_at=ago(days=-day))
    first = client.get(URL)
    assert not CalendarEntryText.objects.filter(rendered=None).exists()
    assert client.get(URL).content == first.content


@pytest.mark.parametrize("count", [1, 3])
def test_reads_do_not_grow_with_the_entries(client, django_assert_num_queries, count):
    for day in range(count):
        entry_create(f"Tag {day}", starts_at=ago(days=-day - 1))
    with django_assert_num_queries(4):  # changes, texts; then once: what is new, and keeping it
        etag = client.get(URL)["ETag"]
    with django_assert_num_queries(2):
        assert client.get(URL).status_code == 200
    with django_assert_num_queries(2):
        assert client.get(URL, {"lang": "xx"}).status_code == 200
    with django_assert_num_queries(2):
        assert client.get(URL, headers={"if-none-match": etag}).status_code == 304
    with django_assert_num_queries(3 + 1):  # asked in vain, then the texts; the change itself once more
        assert client.get(URL, headers={"if-none-match": '"old"'}).status_code == 200


# --- Validators --------------------------------------------------------------------------------------
@pytest.fixture
def settled(client):
    """A feed whose last change is a while ago, as it is nearly always."""
    with time_machine.travel(ago(hours=1), tick=False):
        entry_create("Treffen")
    return client.get(URL)


@pytest.mark.parametrize(
    "tags", ["{}", "W/{}", '"a", {}', '"a","b",W/{},"c"', ", ".join(f'"{n}"' for n in range(9)) + ", {}", "*"]
)
def test_a_copy_that_is_still_right_gets_304(client, settled, tags):
    response = client.get(URL, headers={"if-none-match": tags.format(settled["ETag"])})
    assert response.status_code == 304
    assert response.content == b""
    for header in ("ETag", "Last-Modified", "Cache-Control"):
        assert response[header] == settled[header]


@pytest.mark.parametrize("tags", ['"other"', "other", "", '"', "{}x", "W/", '"a", "b"'])
def test_any_other_tag_gets_the_feed_whatever_the_date_says(client, settled, tags):
    headers = {"if-none-match": tags.format(settled["ETag"]), "if-modified-since": settled["Last-Modified"]}
    assert client.get(URL, headers=headers).status_code == 200


def test_the_date_alone_serves_too(client, settled):
    assert client.get(URL, headers={"if-modified-since": settled["Last-Modified"]}).status_code == 304


@pytest.mark.parametrize(
    "date",
    [
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Sun, 01 Jan 2090 00:00:00 GMT",
        "yesterday",
        "",
        "Mon, 32 Foo 2026 99:00:00 GMT",
        "2026-11-22T12:00:00Z",
        "0",
    ],
)
def test_dates_too_old_from_the_future_or_malformed_get_the_feed(client, settled, date):
    assert client.get(URL, headers={"if-modified-since": date}).status_code == 200


def test_a_change_changes_both(client, settled):
    entry = CalendarEntry.objects.get()
    with time_machine.travel(ago(minutes=5), tick=False):
        entry_write(entry=entry, data=entry_data("Treffen", starts_at=entry.starts_at, location="Kassel"))
    assert_both_changed(client, settled)


def test_a_hidden_entry_changes_both(client, settled):
    entry = CalendarEntry.objects.get()
    with time_machine.travel(ago(minutes=5), tick=False):
        entry_write(entry=entry, data=entry_data("Treffen", starts_at=entry.starts_at, is_public=False))
    assert_both_changed(client, settled)


def test_an_entry_that_leaves_the_window_changes_both(client, settled):
    entry = CalendarEntry.objects.get()
    last_evening = (entry.ends_at + timedelta(days=30)).astimezone(berlin(2026, 1, 1).tzinfo)
    with time_machine.travel(last_evening.replace(hour=23, minute=30), tick=False):
        assert client.get(URL, headers={"if-none-match": settled["ETag"]}).status_code == 304
        assert client.get(URL, headers={"if-modified-since": settled["Last-Modified"]}).status_code == 304
    with time_machine.travel(last_evening + timedelta(days=1), tick=False):
        assert_both_changed(client, settled)
        assert summaries(client.get(URL)) == []


def test_the_draft_of_another_meeting_changes_neither(client, settled):
    entry_create("Entwurf", is_public=False)
    again = client.get(URL)
    assert (again["ETag"], again["Last-Modified"]) == (settled["ETag"], settled["Last-Modified"])


def assert_both_changed(client, before):
    assert client.get(URL, headers={"if-none-match": before["ETag"]}).status_code == 200
    assert client.get(URL, headers={"if-modified-since": before["Last-Modified"]}).status_code == 200
    after = client.get(URL)
    assert after["ETag"] != before["ETag"]
    assert after["Last-Modified"] != before["Last-Modified"]


def test_two_changes_in_one_second_are_not_lost_on_a_copy_taken_between_them(client):
    """The date of the first change must not vouch for the second."""
    second = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    with time_machine.travel(second.replace(microsecond=100_000), tick=False):
        entry_create("Eins")
    with time_machine.travel(second.replace(microsecond=500_000), tick=False):
        between = client.get(URL)
        assert between["Last-Modified"] == http_date((second - timedelta(seconds=1)).timestamp())
    with time_machine.travel(second.replace(microsecond=900_000), tick=False):
        entry_create("Zwei", starts_at=ago(days=-9))
    assert client.get(URL, headers={"if-modified-since": between["Last-Modified"]}).status_code == 200


def test_languages_have_their_own_tags(client):
    entry_create(texts={"de": entry_text("Treffen"), "en": entry_text("Meeting")})
    assert client.get(URL, {"lang": "en"})["ETag"] != client.get(URL)["ETag"]


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_random_edits_change_tag_and_bytes_together_and_touch_no_other_entry(client, data):
    CalendarEntryText.objects.all().delete()
    CalendarEntry.objects.all().delete()
    with time_machine.travel(berlin(2026, 11, 22, 12), tick=False) as clock:
        entries = [entry_create(f"Nr. {n}", starts_at=berlin(2026, 12, n + 1, 18)) for n in range(3)]
        before = client.get(URL)
        for _step in range(4):
            clock.shift(timedelta(seconds=data.draw(st.integers(0, 2))))
            edited = data.draw(st.integers(0, 2))
            change = entry_write(
                entry=entries[edited],
                data=entry_data(
                    data.draw(st.sampled_from(["Alt", "Neu"])),
                    starts_at=berlin(2026, 12, edited + 1, data.draw(st.sampled_from([18, 19]))),
                    is_public=data.draw(st.booleans()),
                ),
            )
            after = client.get(URL)
            assert (after["ETag"] != before["ETag"]) is (after.content != before.content)
            conditional = client.get(URL, headers={"if-none-match": before["ETag"]})
            assert conditional.status_code == (304 if after.content == before.content else 200)
            touched = {m.uid for m in set(by_icalendar(after.content)) ^ set(by_icalendar(before.content))}
            assert touched <= {change.entry.uid_text}
            before = after


# --- The answer as such ------------------------------------------------------------------------------
def test_its_headers(client, settled):
    assert settled["Content-Type"] == "text/calendar; charset=utf-8"
    assert settled["Cache-Control"] == "public, max-age=300"
    assert settled["ETag"].startswith('"')
    assert "Vary" not in settled
    assert "Set-Cookie" not in settled
    assert not settled.cookies


@pytest.mark.parametrize("headers", [{}, {"accept": "text/html"}, {"accept": "nonsense"}, {"range": "bytes=0-9"}])
def test_it_answers_at_once_whatever_is_asked_for(client, settled, headers):
    response = client.get(URL, headers=headers)
    assert (response.status_code, response.content) == (200, settled.content)


def test_who_asks_makes_no_difference(client, settled, django_user_model):
    user = django_user_model.objects.create_user("a@example.org")
    person_create(user=user)
    client.force_login(user)
    client.cookies["django_language"] = "en"
    response = client.get(URL, headers={"accept-language": "en"})
    assert response.content == settled.content
    assert "Vary" not in response
    assert not response.cookies


def test_head_answers_as_get(client, settled):
    head = client.head(URL)
    assert (head.status_code, head.content) == (200, b"")
    same = ("ETag", "Last-Modified", "Content-Type", "Content-Length", "Cache-Control")
    assert [head[name] for name in same] == [settled[name] for name in same]
    assert client.head(URL, headers={"if-none-match": settled["ETag"]}).status_code == 304


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    client.handler.enforce_csrf_checks = True
    response = getattr(client, method)(URL)
    assert response.status_code == 405
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_options_names_what_is_possible(client):
    response = client.options(URL)
    assert response.status_code == 200
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_the_middleware_stands_above_those_that_speak_of_the_asker():
    order = django_settings.MIDDLEWARE
    ours = order.index("events.calendars.middleware.FeedHeadersMiddleware")
    assert ours < order.index("django.contrib.sessions.middleware.SessionMiddleware")
    assert ours < order.index("django.middleware.locale.LocaleMiddleware")
