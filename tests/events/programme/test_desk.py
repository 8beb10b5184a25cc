"""The editors' desk in the Wagtail admin."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from events.programme.enums import EventState
from events.programme.models import Event
from network.vocabulary.models import EventFormat
from tests.factories import events, people

pytestmark = pytest.mark.django_db
DESK = "/redaktion/snippets/programme/event/"


def form(unit, starts_at=None, ends_at=None, **changed):
    """The form as a browser sends it: one session, one host."""
    starts_at = starts_at or events.in_days(7)
    ends_at = ends_at or starts_at + timedelta(hours=2)
    shown = "%d.%m.%Y %H:%M"
    return {
        "title": "Vernetzungstreffen",
        "summary": "Kennenlernen und Austausch.",
        "description": "",
        "format": EventFormat.objects.get(code="networking_meeting").pk,
        "attendance_mode": "onsite",
        "hosts": [unit.pk],
        "venue_name": "Haus am Dom",
        "venue_address": "Domplatz 3, 60311 Frankfurt am Main",
        "sessions-TOTAL_FORMS": 1,
        "sessions-INITIAL_FORMS": 0,
        "sessions-MIN_NUM_FORMS": 1,
        "sessions-MAX_NUM_FORMS": 1000,
        "sessions-0-starts_at": timezone.localtime(starts_at).strftime(shown),
        "sessions-0-ends_at": timezone.localtime(ends_at).strftime(shown),
        "sessions-0-title": "",
        **changed,
    }


def edit_form(event, **changed):
    session = event.sessions.get()
    return form(
        event.hosts.first(),
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        **{"sessions-INITIAL_FORMS": 1, "sessions-0-id": session.pk, **changed},
    )


class TestWriting:
    def test_a_publisher_writes_and_publishes(self, client):
        client.force_login(people.publisher("mo"))
        response = client.post(f"{DESK}add/", {**form(people.unit("mo")), "action-make_public": "1"})
        assert response.status_code == 302, response.context["form"].errors
        event = Event.objects.get()
        assert event.state == EventState.PUBLIC
        assert event.sessions.get().entry is not None

    def test_an_editor_saves_a_draft_and_sees_no_publish_button(self, client):
        client.force_login(people.editor("mo"))
        assert "action-make_public" not in client.get(f"{DESK}add/").content.decode()
        client.post(f"{DESK}add/", form(people.unit("mo")))
        assert Event.objects.get().state == EventState.DRAFT

    def test_an_editor_who_forges_the_button_publishes_nothing(self, client):
        client.force_login(people.editor("mo"))
        client.post(f"{DESK}add/", {**form(people.unit("mo")), "action-make_public": "1"})
        assert not Event.objects.visible().exists()

    def test_the_own_unit_is_chosen_beforehand(self, client):
        client.force_login(people.editor("mo"))
        page = client.get(f"{DESK}add/")
        assert list(page.context["form"].initial["hosts"]) == [people.unit("mo")]

    def test_nobody_plans_for_the_other_unit_alone(self, client):
        client.force_login(people.publisher("mo"))
        response = client.post(f"{DESK}add/", form(people.unit("lotsen")))
        assert "eigenen Bereich" in response.context["form"].errors["hosts"][0]

    @pytest.mark.parametrize(
        ("changed", "field", "said"),
        [
            ({"venue_name": "", "action-make_public": "1"}, "venue_name", "nennen Sie den Ort"),
            ({"title": ""}, "title", ""),
            ({"format": "999999"}, "format", ""),
        ],
    )
    def test_a_mistake_stands_beside_its_field(self, client, changed, field, said):
        client.force_login(people.publisher("mo"))
        response = client.post(f"{DESK}add/", form(people.unit("mo"), **changed))
        assert said in response.context["form"].errors[field][0]
        assert not Event.objects.exists()

    def test_a_draft_may_have_gaps(self, client):
        client.force_login(people.editor("mo"))
        client.post(f"{DESK}add/", form(people.unit("mo"), venue_name="", venue_address=""))
        assert Event.objects.get().venue_name == ""

    def test_a_direction_override_is_taken_out_of_a_title(self, client):
        client.force_login(people.editor("mo"))
        client.post(f"{DESK}add/", form(people.unit("mo"), title="Treffen \u202egnp"))
        assert Event.objects.get().title == "Treffen gnp"

    def test_more_seats_than_there_can_be_are_refused(self, client):
        client.force_login(people.editor("mo"))
        response = client.post(f"{DESK}add/", form(people.unit("mo"), seats_onsite=9223372036854775807))
        assert "seats_onsite" in response.context["form"].errors

    def test_an_end_before_the_start_is_explained(self, client):
        client.force_login(people.publisher("mo"))
        starts_at = events.in_days(7)
        response = client.post(
            f"{DESK}add/", form(people.unit("mo"), starts_at=starts_at, ends_at=starts_at - timedelta(hours=1))
        )
        errors = response.context["form"].formsets["sessions"].errors
        assert "nach dem Beginn" in errors[0]["ends_at"][0]

    def test_publishing_the_past_is_refused_and_nothing_typed_is_lost(self, client):
        client.force_login(people.publisher("mo"))
        past = timezone.now() - timedelta(days=3)
        response = client.post(f"{DESK}add/", {**form(people.unit("mo"), starts_at=past), "action-make_public": "1"})
        assert response.status_code == 200
        assert "schon vorbei" in str(response.context["form"].non_field_errors())
        assert "Haus am Dom" in response.content.decode()
        assert not Event.objects.exists()

    def test_moving_a_public_event(self, client):
        leader = people.publisher("mo")
        event = events.published(actor=leader)
        client.force_login(leader)
        session = event.sessions.get()
        later = {
            "sessions-0-starts_at": timezone.localtime(session.starts_at + timedelta(hours=1)).strftime(
                "%d.%m.%Y %H:%M"
            ),
            "sessions-0-ends_at": timezone.localtime(session.ends_at + timedelta(hours=1)).strftime("%d.%m.%Y %H:%M"),
        }
        response = client.post(f"{DESK}edit/{event.pk}/", edit_form(event, **later))
        assert response.status_code == 302, response.context["form"].errors
        moved = event.sessions.get()
        assert moved.pk == session.pk
        assert moved.starts_at == session.starts_at + timedelta(hours=1)
        assert moved.entry.sequence == 1

    def test_a_public_session_cannot_be_deleted_in_the_form(self, client):
        leader = people.publisher("mo")
        event = events.published(actor=leader)
        client.force_login(leader)
        response = client.post(f"{DESK}edit/{event.pk}/", edit_form(event, **{"sessions-0-DELETE": "on"}))
        assert response.status_code == 200
        assert event.sessions.count() == 1


class TestPreview:
    def test_shows_the_page_as_a_visitor_will_see_it_before_anything_is_saved(self, client):
        client.force_login(people.editor("mo"))
        typed = form(people.unit("mo"), title="Noch nicht gespeichert")
        answer = json.loads(client.post(f"{DESK}preview/", typed).content)
        assert answer == {"is_valid": True, "is_available": True}
        page = client.get(f"{DESK}preview/").content.decode()
        assert "Noch nicht gespeichert" in page
        assert "Haus am Dom" in page
        assert not Event.objects.exists()

    def test_of_a_saved_event_shows_the_changes(self, client):
        event = events.draft()
        client.force_login(people.editor("mo"))
        client.post(f"{DESK}preview/{event.pk}/", edit_form(event, title="Geändert"))
        assert "Geändert" in client.get(f"{DESK}preview/{event.pk}/").content.decode()
        assert Event.objects.get().title == "Vernetzungstreffen"


class TestTheOtherUnit:
    """lagfa's publishers have every right of their own, and none on what belongs to beramí."""

    VIEWS = ("edit", "delete", "history", "usage", "preview", "inspect")

    def test_sees_no_row(self, client):
        events.draft("Geheimer Entwurf")
        client.force_login(people.publisher("lotsen"))
        assert "Geheimer Entwurf" not in client.get(DESK).content.decode()

    @pytest.mark.parametrize("view", VIEWS)
    def test_opens_no_view_of_a_row(self, client, view):
        event = events.draft("Geheimer Entwurf")
        client.force_login(people.publisher("lotsen"))
        response = client.get(f"{DESK}{view}/{event.pk}/", follow=True)
        assert "Geheimer Entwurf" not in response.content.decode()

    def test_changes_deletes_and_cancels_nothing(self, client):
        event = events.published()
        client.force_login(people.publisher("lotsen"))
        client.post(f"{DESK}edit/{event.pk}/", edit_form(event, title="Gekapert"))
        client.post(f"{DESK}delete/{event.pk}/")
        client.post(f"/redaktion/veranstaltungen/{event.pk}/absagen/")
        event.refresh_from_db()
        assert (event.title, event.state) == ("Vernetzungstreffen", EventState.PUBLIC)

    @pytest.mark.parametrize("path", ["choose/?q=Geheim", "choose/results/", "choose/chosen/{pk}/"])
    def test_finds_it_in_no_chooser(self, client, path):
        event = events.draft("Geheimer Entwurf")
        client.force_login(people.publisher("lotsen"))
        path = path.format(pk=event.pk)
        response = client.get(f"/redaktion/snippets/choose/programme/event/{path.removeprefix('choose/')}", follow=True)
        assert "Geheimer Entwurf" not in response.content.decode()

    def test_has_what_both_hold(self, client):
        event = events.draft("Gemeinsam", hosts=("mo", "lotsen"))
        client.force_login(people.publisher("lotsen"))
        assert "Gemeinsam" in client.get(DESK).content.decode()
        assert client.get(f"{DESK}edit/{event.pk}/").status_code == 200


class TestWhatIsPublic:
    def test_is_changed_by_publishers_only(self, client):
        event = events.published()
        client.force_login(people.editor("mo"))
        client.post(f"{DESK}edit/{event.pk}/", edit_form(event, title="Ohne Freigabe"))
        event.refresh_from_db()
        assert event.title == "Vernetzungstreffen"

    def test_is_deleted_by_nobody(self, client):
        event = events.published()
        for user in (people.publisher("mo"), people.administrator()):
            client.force_login(user)
            client.post(f"{DESK}delete/{event.pk}/")
            assert Event.objects.filter(pk=event.pk).exists()

    def test_a_draft_may_be_deleted(self, client):
        event = events.draft()
        client.force_login(people.editor("mo"))
        client.post(f"{DESK}delete/{event.pk}/")
        assert not Event.objects.exists()

    def test_is_cancelled_after_one_question(self, client):
        event = events.published()
        client.force_login(people.publisher("mo"))
        url = f"/redaktion/veranstaltungen/{event.pk}/absagen/"
        assert "nicht zurücknehmen" in client.get(url).content.decode()
        client.post(url)
        event.refresh_from_db()
        assert event.state == EventState.CANCELLED


@pytest.mark.parametrize("number", [1, 3])
def test_the_desk_costs_the_same_for_one_and_three(client, number, django_assert_num_queries):
    leader = people.publisher("mo")
    for nth in range(number):
        events.draft(f"Treffen {nth}", actor=leader)
    client.force_login(leader)
    client.get(DESK)
    with django_assert_num_queries(12):
        client.get(DESK)
