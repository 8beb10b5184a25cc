"""Joining a meeting, for oneself and for people without a mailbox."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from events.calendars.models import CalendarEntry
from events.programme.enums import SeatMode
from events.programme.models import Event
from events.programme.services import event_cancel
from events.registration.enums import RegistrationState
from events.registration.models import Registration, SeatPool
from events.registration.services import organisation_join, registration_cancel, registrations_create
from network.accounts.models import Person
from network.messaging.models import OutboxMessage
from tests.factories import events, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return people.publisher("mo")


@pytest.fixture
def event(leader):
    return events.published(actor=leader, seats_onsite=3)


@pytest.fixture
def verein():
    return people.organisation("Brücke e. V.")


@pytest.fixture
def amina(verein):
    return people.representative(of=verein, name="Amina Yıldız", email="amina@example.org")


@pytest.fixture
def yusuf(verein, amina):
    return people.coworker(verein, "Yusuf Kaya")


def join(event, actor, *who, mode=SeatMode.ONSITE, organisation=None):
    return registrations_create(event=event, actor=actor, people=who or [actor], mode=mode, organisation=organisation)


def taken(event, mode="onsite"):
    return SeatPool.objects.get(event=event, mode=mode).taken


class TestForWhom:
    def test_for_oneself_and_for_a_colleague_without_a_mailbox(self, event, amina, yusuf, verein):
        join(event, amina, amina, yusuf, organisation=verein)
        assert set(Registration.objects.values_list("person__name", flat=True)) == {"Amina Yıldız", "Yusuf Kaya"}
        assert taken(event) == 2

    def test_the_colleagues_post_goes_to_who_registered_them(self, event, amina, yusuf):
        join(event, amina, yusuf)
        mail = OutboxMessage.objects.get()
        assert mail.recipient == "amina@example.org"
        assert "Yusuf Kaya ist angemeldet" in mail.text

    def test_not_for_strangers(self, event, amina):
        with pytest.raises(PermissionDenied):
            join(event, amina, people.person("Fremde Person"))
        assert not Registration.objects.exists()

    def test_joining_twice_is_joining_once(self, event, amina):
        join(event, amina)
        join(event, amina)
        assert Registration.objects.count() == 1
        assert OutboxMessage.objects.count() == 1
        assert taken(event) == 1

    def test_all_or_none(self, event, amina, yusuf, verein):
        more = [people.coworker(verein, f"Person {n}") for n in range(2)]
        with pytest.raises(ValidationError, match="nur noch 3 Plätze"):
            join(event, amina, amina, yusuf, *more)
        assert not Registration.objects.exists()

    def test_a_colleague_named_just_now_is_not_kept_when_the_seats_are_gone(self, event, amina, verein):
        SeatPool.objects.update(capacity=0)
        with pytest.raises(ValidationError, match="alle Plätze vergeben"):
            organisation_join(
                event=event, actor=amina, people=[], new_colleague="Olena", mode=SeatMode.ONSITE, organisation=verein
            )
        assert not Person.objects.filter(name="Olena").exists()


class TestWhen:
    def test_not_a_cancelled_event(self, event, leader, amina):
        event_cancel(event=event, actor=leader)
        with pytest.raises(ValidationError, match="abgesagt"):
            join(event, amina)

    def test_not_a_draft(self, leader, amina):
        with pytest.raises(ValidationError, match="nicht veröffentlicht"):
            join(events.draft(actor=leader), amina)

    def test_not_once_it_has_begun(self, event, amina):
        event.sessions.update(starts_at=timezone.now())
        with pytest.raises(ValidationError, match="schon begonnen"):
            join(event, amina)

    def test_not_in_a_way_it_does_not_offer(self, event, amina):
        with pytest.raises(ValidationError, match="nicht teilnehmen"):
            join(event, amina, mode=SeatMode.ONLINE)

    def test_a_hybrid_event_counts_both_ways_apart(self, leader, amina, yusuf):
        event = events.published(actor=leader, attendance_mode="hybrid", seats_onsite=1, seats_online=1)
        join(event, amina, mode=SeatMode.ONSITE)
        join(event, amina, yusuf, mode=SeatMode.ONLINE)
        assert (taken(event, "onsite"), taken(event, "online")) == (1, 1)


class TestMails:
    def test_the_confirmation_carries_the_calendar_file(self, event, amina):
        join(event, amina)
        attachment = OutboxMessage.objects.get().attachments.get()
        text = bytes(attachment.content).decode()
        assert attachment.filename == "termin.ics"
        assert CalendarEntry.objects.get().uid_text in text
        assert "STATUS:CONFIRMED" in text

    def test_it_names_time_place_and_the_video_link(self, leader, amina):
        event = events.published(
            actor=leader,
            attendance_mode="online",
            online_url="https://video.example.org/raum",
            starts_at=events.in_days(3, 17),
        )
        join(event, amina, mode=SeatMode.ONLINE)
        text = OutboxMessage.objects.get().text
        assert "17:00" in text
        assert "https://video.example.org/raum" in text

    def test_a_move_is_told_once_to_each(self, event, leader, amina, yusuf):
        join(event, amina, amina, yusuf)
        OutboxMessage.objects.all().delete()
        events.move(event, leader)
        mails = OutboxMessage.objects.filter(template="registration/changed")
        assert mails.count() == 2
        assert "Vorher" in mails[0].text
        assert "SEQUENCE:1" in bytes(mails[0].attachments.get().content).decode()

    def test_moving_again_is_told_again(self, event, leader, amina):
        join(event, amina)
        events.move(event, leader)
        events.move(event, leader)
        assert OutboxMessage.objects.filter(template="registration/changed").count() == 2

    def test_who_left_is_not_bothered(self, event, leader, amina):
        [registration] = join(event, amina)
        registration_cancel(registration=registration, actor=amina)
        events.move(event, leader)
        assert not OutboxMessage.objects.filter(template="registration/changed").exists()

    def test_a_cancelled_event_frees_the_seats_and_tells_everybody(self, event, leader, amina, yusuf):
        join(event, amina, amina, yusuf)
        event_cancel(event=event, actor=leader)
        assert taken(event) == 0
        assert set(Registration.objects.values_list("state", flat=True)) == {RegistrationState.CANCELLED_BY_HOST}
        mails = OutboxMessage.objects.filter(template="registration/event_cancelled")
        assert mails.count() == 2
        assert "STATUS:CANCELLED" in bytes(mails[0].attachments.get().content).decode()


class TestLeaving:
    def test_the_file_takes_the_meeting_out_of_the_calendar(self, event, amina):
        [registration] = join(event, amina)
        registration_cancel(registration=registration, actor=amina)
        mail = OutboxMessage.objects.get(template="registration/cancelled")
        assert "STATUS:CANCELLED" in bytes(mail.attachments.get().content).decode()

    @pytest.mark.parametrize("leaves", ["Amina Yıldız", "Yusuf Kaya"])
    def test_but_not_while_somebody_of_mine_still_goes(self, event, amina, yusuf, leaves):
        join(event, amina, amina, yusuf)
        registration_cancel(registration=Registration.objects.get(person__name=leaves), actor=amina)
        mail = OutboxMessage.objects.get(template="registration/cancelled")
        assert not mail.attachments.exists()
        assert "bleibt in Ihrem Kalender" in mail.text

    def test_frees_the_seat(self, event, amina):
        [registration] = join(event, amina)
        registration_cancel(registration=registration, actor=amina)
        assert taken(event) == 0
        assert OutboxMessage.objects.filter(template="registration/cancelled").count() == 1

    def test_twice_is_once(self, event, amina):
        [registration] = join(event, amina)
        registration_cancel(registration=registration, actor=amina)
        registration_cancel(registration=registration, actor=amina)
        assert OutboxMessage.objects.filter(template="registration/cancelled").count() == 1

    def test_not_for_somebody_else(self, event, amina):
        [registration] = join(event, amina)
        with pytest.raises(PermissionDenied):
            registration_cancel(registration=registration, actor=people.representative())

    def test_who_comes_back_has_a_newer_entry_than_the_cancellation(self, event, amina):
        [first] = join(event, amina)
        registration_cancel(registration=first, actor=amina)
        first.refresh_from_db()
        [second] = join(event, amina)
        assert second.pk != first.pk
        assert second.revision > first.revision


class TestSeats:
    def test_fewer_than_taken_is_refused(self, event, leader, amina, yusuf):
        from events.programme.services import event_saved

        join(event, amina, amina, yusuf)
        event.seats_onsite = 1
        event.save()
        with pytest.raises(ValidationError) as refused:
            event_saved(event=event, actor=leader)
        assert "2 Plätze sind schon vergeben" in refused.value.message_dict["seats_onsite"][0]

    def test_more_seats_are_given_at_once(self, event, leader, amina):
        from events.programme.services import event_saved

        event.seats_onsite = 50
        event.save()
        event_saved(event=Event.objects.get(pk=event.pk), actor=leader)
        assert SeatPool.objects.get().capacity == 50

    def test_a_way_people_have_chosen_cannot_be_dropped(self, event, leader, amina):
        from events.programme.services import event_saved

        join(event, amina)
        event.attendance_mode = "online"
        event.save()
        with pytest.raises(ValidationError, match="schon Menschen angemeldet"):
            event_saved(event=Event.objects.get(pk=event.pk), actor=leader)
