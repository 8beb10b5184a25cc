"""An event's life: draft, published, moved, cancelled, and what the calendar makes of it."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from events.calendars.enums import EntryStatus
from events.programme.enums import EventState
from events.programme.models import Event, EventSession
from events.programme.services import event_cancel, event_publish, event_saved
from tests.factories import events, people

pytestmark = pytest.mark.django_db


def entry_of(event):
    return EventSession.objects.select_related("entry").get(event=event).entry


class TestPublishing:
    def test_a_draft_is_in_no_calendar(self):
        assert entry_of(events.draft()) is None

    def test_publishing_puts_it_into_calendars(self):
        event = events.published("Vernetzungstreffen")
        entry = entry_of(event)
        assert (entry.status, entry.sequence, entry.is_public) == (EntryStatus.CONFIRMED, 0, True)
        assert entry.texts.get(language="de").summary == "Vernetzungstreffen"
        assert event.published_at is not None

    def test_the_video_link_is_not_in_the_public_entry(self):
        event = events.published(attendance_mode="online", online_url="https://video.example.org/geheim")
        text = entry_of(event).texts.get(language="de")
        assert "geheim" not in text.description + text.url + entry_of(event).location

    def test_every_language_has_its_own_page_and_kind_in_the_calendar(self):
        event = events.published("Vernetzungstreffen")
        texts = {text.language: text for text in entry_of(event).texts.all()}
        assert set(texts) == {code for code, _name in settings.LANGUAGES}
        assert texts["ar"].url == settings.BASE_URL + "/ar" + event.get_absolute_url()
        assert texts["ar"].categories == [event.format.label("ar")]
        assert texts["ar"].summary == "Vernetzungstreffen"

    def test_publishing_twice_changes_nothing(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        event_publish(event=event, actor=leader)
        assert entry_of(event).sequence == 0

    def test_without_a_date_there_is_nothing_to_publish(self):
        leader = people.publisher()
        event = events.draft(actor=leader, sessions=0)
        with pytest.raises(ValidationError, match="mindestens einen Termin"):
            event_publish(event=event, actor=leader)

    def test_a_past_date_is_not_published(self):
        leader = people.publisher()
        event = events.draft(actor=leader, starts_at=timezone.now() - timedelta(days=2))
        with pytest.raises(ValidationError, match="schon vorbei"):
            event_publish(event=event, actor=leader)

    @pytest.mark.parametrize("who", [lambda: people.editor("mo"), lambda: people.publisher("lotsen")])
    def test_only_publishers_of_a_host_publish(self, who):
        event = events.draft()
        with pytest.raises(PermissionDenied):
            event_publish(event=event, actor=who())

    def test_either_host_publishes_what_both_hold(self):
        event = events.draft(hosts=("mo", "lotsen"))
        event_publish(event=event, actor=people.publisher("lotsen"))
        assert Event.objects.get().state == EventState.PUBLIC


class TestMoving:
    def test_keeps_the_uid_and_raises_the_sequence_by_one(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        before = entry_of(event)
        change = events.move(event, leader)
        after = entry_of(event)
        assert (after.uid, after.sequence) == (before.uid, 1)
        assert after.starts_at - before.starts_at == timedelta(hours=1)
        assert change.sessions[0].old_starts_at == before.starts_at

    def test_into_the_past_is_refused(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        with pytest.raises(ValidationError, match="liegt in der Vergangenheit"):
            events.move(event, leader, hours=-24 * 30)
        assert entry_of(event).sequence == 0

    def test_a_begin_alone_in_the_past_is_refused_too(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        event.sessions.update(starts_at=timezone.now() - timedelta(days=2000))
        with pytest.raises(ValidationError, match="liegt in der Vergangenheit"):
            event_saved(event=Event.objects.get(pk=event.pk), actor=leader)

    def test_what_has_begun_may_take_longer(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        with time_machine.travel(event.sessions.get().starts_at + timedelta(minutes=30), tick=False):
            session = event.sessions.get()
            event.sessions.update(ends_at=session.ends_at + timedelta(hours=1))
            assert len(event_saved(event=Event.objects.get(pk=event.pk), actor=leader).sessions) == 1

    def test_a_text_of_something_past_can_still_be_mended(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        with time_machine.travel(timezone.now() + timedelta(days=30), tick=False):
            event.summary = "Schön war es."
            event.save()
            assert event_saved(event=event, actor=leader).sessions == []

    def test_another_room_counts_as_moving(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        event.venue_name = "Andere Halle"
        event.save()
        change = event_saved(event=event, actor=leader)
        assert len(change.sessions) == 1
        assert entry_of(event).sequence == 1

    def test_a_better_text_is_no_move(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        event.summary = "Besser gesagt."
        event.save()
        assert event_saved(event=event, actor=leader).sessions == []
        assert entry_of(event).sequence == 0

    def test_saving_without_a_change_writes_nothing(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        before = entry_of(event).changed_at
        event_saved(event=event, actor=leader)
        assert entry_of(event).changed_at == before

    def test_who_only_writes_drafts_does_not_move_what_is_public(self):
        event = events.published()
        with pytest.raises(PermissionDenied):
            event_saved(event=event, actor=people.editor("mo"))

    def test_one_evening_of_a_course_can_be_called_off(self):
        leader = people.publisher()
        event = events.published(actor=leader, sessions=3)
        session = event.sessions.all()[1]
        EventSession.objects.filter(pk=session.pk).update(is_cancelled=True)
        change = event_saved(event=Event.objects.get(), actor=leader)
        assert [told.session.pk for told in change.sessions] == [session.pk]
        states = [s.entry.status for s in EventSession.objects.select_related("entry").order_by("starts_at")]
        assert states == ["CONFIRMED", "CANCELLED", "CONFIRMED"]


class TestCancelling:
    def test_stays_in_calendars_as_cancelled(self):
        leader = people.publisher()
        event = events.published(actor=leader)
        event_cancel(event=event, actor=leader)
        assert entry_of(event).status == EntryStatus.CANCELLED
        assert entry_of(event).sequence == 1

    def test_a_draft_cannot_be_cancelled(self):
        leader = people.publisher()
        with pytest.raises(ValidationError):
            event_cancel(event=events.draft(actor=leader), actor=leader)

    def test_not_by_the_other_unit(self):
        with pytest.raises(PermissionDenied):
            event_cancel(event=events.published(), actor=people.publisher("lotsen"))


class TestInvariants:
    def test_a_session_ends_after_it_starts(self):
        event = events.draft(sessions=0)
        now = timezone.now()
        with pytest.raises(IntegrityError), transaction.atomic():
            EventSession.objects.create(event=event, starts_at=now, ends_at=now)

    def test_a_session_that_was_public_is_never_deleted(self):
        session = events.published().sessions.first()
        with pytest.raises(ProtectedError):
            session.delete()

    def test_nothing_is_public_without_a_date_of_publication(self):
        event = events.draft()
        with pytest.raises(IntegrityError), transaction.atomic():
            Event.objects.filter(pk=event.pk).update(state="public")
