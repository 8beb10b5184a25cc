"""Writing entries: when SEQUENCE and the stamps move, and when they must not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from events.calendars.enums import EntryStatus
from events.calendars.models import CalendarEntry, CalendarEntryText
from events.calendars.services import calendar_file, entry_write
from tests.events.calendars.reading import only, value
from tests.factories.calendars import entry_create, entry_data, entry_text

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def data():
    """German and English, written at noon."""
    return entry_data("Treffen", starts_at=NOON + timedelta(days=7)), {"en": entry_text("Meeting")}


@pytest.fixture
def bilingual(data):
    german, english = data
    return replace(german, texts=german.texts | english)


@pytest.fixture
def entry(bilingual):
    with time_machine.travel(NOON, tick=False):
        return entry_write(entry=None, data=bilingual).entry


def stamps(entry):
    return dict(CalendarEntryText.objects.filter(entry=entry).values_list("language", "last_modified"))


def write_later(entry, data):
    with time_machine.travel(LATER, tick=False):
        return entry_write(entry=entry, data=data)


def test_a_new_entry_starts_at_nought(entry):
    assert entry.sequence == 0
    assert entry.changed_at == entry.public_changed_at == NOON
    assert stamps(entry) == {"de": NOON, "en": NOON}


@pytest.mark.parametrize(
    "change",
    [
        {"starts_at": NOON + timedelta(days=7, minutes=-30)},
        {"ends_at": NOON + timedelta(days=8)},
        {"location": "Online"},
        {"status": EntryStatus.CANCELLED},
    ],
)
def test_time_place_and_status_raise_the_sequence_and_every_stamp(entry, bilingual, change):
    uid = entry.uid_text
    result = write_later(entry, replace(bilingual, **change))
    assert (result.changed, result.rescheduled) == (True, True)
    assert (result.entry.sequence, result.entry.uid_text) == (1, uid)
    assert stamps(entry) == {"de": LATER, "en": LATER}
    assert result.entry.public_changed_at == LATER


@pytest.mark.parametrize("change", [{"geo": (50.1, 8.7)}, {"is_public": False}])
def test_other_changes_of_the_entry_raise_only_the_stamps(entry, bilingual, change):
    result = write_later(entry, replace(bilingual, **change))
    assert (result.changed, result.rescheduled, result.entry.sequence) == (True, False, 0)
    assert stamps(entry) == {"de": LATER, "en": LATER}
    assert result.entry.public_changed_at == LATER


@pytest.mark.parametrize(
    "change",
    [{"summary": "Treff"}, {"description": "Neu."}, {"url": "https://example.org/"}, {"categories": ("Fachtag",)}],
)
def test_a_text_raises_the_stamp_of_its_own_language_only(entry, bilingual, change):
    texts = bilingual.texts | {"de": replace(bilingual.texts["de"], **change)}
    result = write_later(entry, replace(bilingual, texts=texts))
    assert (result.changed, result.rescheduled, result.entry.sequence) == (True, False, 0)
    assert stamps(entry) == {"de": LATER, "en": NOON}


def test_the_same_data_writes_nothing(entry, bilingual, django_assert_num_queries):
    before = list(CalendarEntry.objects.values()), list(CalendarEntryText.objects.values())
    with django_assert_num_queries(4) as queries:  # savepoint, lock, texts, release
        result = write_later(entry, bilingual)
    assert (result.changed, result.rescheduled) == (False, False)
    assert not [query for query in queries if query["sql"].startswith(("UPDATE", "INSERT", "DELETE"))]
    assert before == (list(CalendarEntry.objects.values()), list(CalendarEntryText.objects.values()))


def test_data_finer_than_the_columns_is_the_same_data(entry, bilingual):
    placed = write_later(entry, replace(bilingual, geo=(50.11092, 8.68213)))
    again = replace(bilingual, geo=(50.1109200001, 8.6821299999), starts_at=bilingual.starts_at.replace(microsecond=9))
    assert entry_write(entry=placed.entry, data=again).changed is False


def test_a_second_change_in_the_same_second_is_later_all_the_same(entry, bilingual):
    """Programs compare whole seconds: an unmoved stamp would hide the change."""
    with time_machine.travel(NOON, tick=False):
        moved = entry_write(entry=entry, data=replace(bilingual, location="Online")).entry
        entry_write(entry=moved, data=replace(bilingual, location="Kassel"))
    assert stamps(entry) == {"de": NOON + timedelta(seconds=2), "en": NOON + timedelta(seconds=2)}


def test_a_clock_that_went_back_does_not_take_stamps_with_it(entry, bilingual):
    with time_machine.travel(NOON - timedelta(days=1), tick=False):
        entry_write(entry=entry, data=replace(bilingual, location="Online"))
    assert stamps(entry)["de"] == NOON + timedelta(seconds=1)


def test_a_withdrawn_translation_raises_the_german_that_stands_in_for_it(entry, data):
    result = write_later(entry, data[0])
    assert (result.changed, result.rescheduled) == (True, False)
    assert stamps(entry) == {"de": LATER}


def test_a_new_translation_is_later_than_the_german_it_replaces(entry, bilingual):
    german_only = replace(bilingual, texts={"de": bilingual.texts["de"]})
    withdrawn = write_later(entry, german_only).entry
    write_later(withdrawn, bilingual)
    assert stamps(entry)["en"] > stamps(entry)["de"]


def test_a_change_empties_the_kept_bytes_it_touches(entry, bilingual):
    CalendarEntryText.objects.update(rendered=b"old")
    texts = bilingual.texts | {"de": entry_text("Treff")}
    changed = write_later(entry, replace(bilingual, texts=texts)).entry
    kept = dict(CalendarEntryText.objects.values_list("language", "rendered"))
    assert (kept["de"], bytes(kept["en"])) == (None, b"old")
    entry_write(entry=changed, data=replace(bilingual, texts=texts, location="Online"))
    assert set(CalendarEntryText.objects.values_list("rendered", flat=True)) == {None}


def test_two_writers_with_old_copies_do_not_lose_a_sequence(entry, bilingual):
    write_later(entry, replace(bilingual, location="Online"))
    assert entry.sequence == 0  # the copy in hand is old
    result = write_later(entry, replace(bilingual, location="Kassel"))
    assert result.entry.sequence == 2


def test_what_was_never_public_leaves_no_trace_in_the_public_stamp(bilingual):
    draft = entry_write(entry=None, data=replace(bilingual, is_public=False)).entry
    assert draft.public_changed_at is None
    changed = entry_write(entry=draft, data=replace(bilingual, is_public=False, location="Online")).entry
    assert changed.public_changed_at is None
    changed.delete()
    assert not CalendarEntryText.objects.exists()


def test_what_was_public_is_not_deleted(entry, bilingual):
    hidden = write_later(entry, replace(bilingual, is_public=False)).entry
    with pytest.raises(ProtectedError):
        hidden.delete()


@pytest.mark.parametrize(
    "change",
    [
        {"starts_at": datetime(2026, 12, 1, 18)},  # noqa: DTZ001  (naive on purpose)
        {"ends_at": NOON},
        {"texts": {"en": entry_text()}},
        {"texts": {"de": entry_text(url="/termine/1/")}},
        {"texts": {"de": entry_text(url="javascript:alert(1)")}},
    ],
)
def test_data_that_no_calendar_could_show_is_refused(bilingual, change):
    with pytest.raises(ValueError, match=r"."):
        entry_write(entry=None, data=replace(bilingual, **change))
    assert not CalendarEntry.objects.exists()


@pytest.mark.parametrize(
    "columns",
    [
        {"ends_at": NOON},
        {"status": "MAYBE"},
        {"latitude": 50},
        {"longitude": 8},
        {"latitude": 91, "longitude": 8},
        {"public_changed_at": None},
    ],
)
def test_the_database_refuses_it_too(entry, columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarEntry.objects.filter(pk=entry.pk).update(**columns)


def test_one_text_per_language(entry):
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarEntryText.objects.create(entry=entry, language="de", summary="x", last_modified=NOON)


def test_a_file_for_a_mail_says_what_the_feed_says(entry):
    body = calendar_file([entry], language="en")
    assert (only(body).uid, only(body).summary) == (entry.uid_text, "Meeting")
    assert value(body, "SEQUENCE") == "0"
    assert b"X-WR-CALNAME" not in body


def test_a_file_speaks_german_where_nothing_is_translated():
    assert only(calendar_file([entry_create("Treffen")], language="en")).summary == "Treffen"


def test_a_file_is_made_of_what_is_stored_and_not_of_an_old_copy(entry, bilingual):
    write_later(entry, replace(bilingual, location="Online"))
    body = calendar_file([entry], language="de")
    assert (only(body).location, value(body, "SEQUENCE")) == ("Online", "1")


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_takes_one_query(count, django_assert_num_queries):
    entries = [entry_create(f"Treffen {number}") for number in range(count)]
    with django_assert_num_queries(1):
        body = calendar_file(entries, language="de")
    assert body.count(b"BEGIN:VEVENT") == count
