"""What visitors find."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events.programme.services import event_cancel
from tests.factories import events, people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def leader():
    return people.publisher()


class TestTheList:
    def test_shows_what_comes_soonest_first(self, client, leader):
        events.published("Später", starts_at=events.in_days(20), actor=leader)
        events.published("Bald", starts_at=events.in_days(2), actor=leader)
        page = client.get("/termine/").content.decode()
        assert page.index("Bald") < page.index("Später")

    def test_each_month_has_its_heading_once(self, client, leader):
        for title, starts_at in (
            ("Erstes", events.in_days(1)),
            ("Zweites", events.in_days(1)),
            ("Fern", events.in_days(90)),
        ):
            events.published(title, starts_at=starts_at, actor=leader)
        page = BeautifulSoup(client.get("/termine/").content, "html.parser")
        months = page.find(class_="event-months").find_all("section")
        assert [len(month.find_all("article")) for month in months] == [2, 1]
        assert len({month.h2.get_text() for month in months}) == 2

    def test_shows_neither_drafts_nor_what_is_over(self, client, leader):
        events.draft("Entwurf", actor=leader)
        over = events.published("Vergangenes", actor=leader)
        over.sessions.update(starts_at=timezone.now() - timedelta(days=2), ends_at=timezone.now() - timedelta(days=1))
        page = client.get("/termine/").content.decode()
        assert "Entwurf" not in page
        assert "Vergangenes" not in page

    def test_says_cancelled(self, client, leader):
        event_cancel(event=events.published("Doch nicht", actor=leader), actor=leader)
        page = client.get("/termine/").content.decode()
        assert "Doch nicht" in page
        assert "Abgesagt" in page

    def test_says_so_when_there_is_nothing(self, client):
        assert "Gerade ist nichts geplant" in client.get("/termine/").content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_costs_the_same_for_one_and_three(self, client, leader, number, django_assert_num_queries):
        for nth in range(number):
            events.published(f"Treffen {nth}", actor=leader, sessions=number, seats_onsite=10)
        client.get("/termine/")
        with django_assert_num_queries(7):
            client.get("/termine/")

    def test_a_page_that_does_not_exist_is_not_found(self, client):
        assert client.get("/termine/?seite=99").status_code == 404
        assert client.get("/termine/?seite=abc").status_code == 404


class TestTheEventsPage:
    def test_says_when_where_and_who(self, client, leader):
        event = events.published(
            "Geld vom Land", actor=leader, starts_at=events.in_days(5, hour=17), venue_access="Mit Rampe.", costs=""
        )
        page = client.get(event.get_absolute_url()).content.decode()
        for said in ("Geld vom Land", "17:00 bis 19:00 Uhr", "Haus am Dom", "Mit Rampe.", "beramí e.V.", "kostenlos"):
            assert said in page

    def test_says_in_words_how_many_seats_are_free(self, client, leader):
        event = events.published(actor=leader, seats_onsite=10)
        key = BeautifulSoup(client.get(event.get_absolute_url()).content, "html.parser").find(class_="event-key")
        assert "10 Plätze frei" in key.get_text(" ", strip=True)
        assert key.find("a", class_="button")

    def test_several_sessions_are_listed_and_the_next_one_is_shown_largest(self, client, leader):
        event = events.published(actor=leader, sessions=3)
        page = BeautifulSoup(client.get(event.get_absolute_url()).content, "html.parser")
        assert len(page.find(class_="event-dates").find_all("li")) == 3
        assert page.find(class_="event-key").find("a", href="#alle-termine")
        assert page.find(id="alle-termine")

    def test_an_old_title_leads_to_the_new_address(self, client, leader):
        event = events.published("Neuer Titel", actor=leader)
        response = client.get(f"/termine/alter-titel-{event.pk}/")
        assert (response.status_code, response.url) == (301, event.get_absolute_url())

    def test_umlauts_are_written_out_in_the_address(self, client, leader):
        assert (
            events.published("Für größere Übungen", actor=leader)
            .get_absolute_url()
            .startswith("/termine/fuer-groessere-uebungen-")
        )

    def test_a_title_without_latin_letters_has_an_address_too(self, client, leader):
        event = events.published("لقاء", actor=leader)
        assert client.get(event.get_absolute_url()).status_code == 200

    @pytest.mark.parametrize("who", [people.visitor, lambda: people.publisher("lotsen"), lambda: people.member().user])
    def test_a_draft_is_not_found(self, client, leader, who):
        event, user = events.draft(actor=leader), who()
        if user.is_authenticated:
            client.force_login(user)
        assert client.get(event.get_absolute_url()).status_code == 404

    def test_its_editors_see_the_draft(self, client, leader):
        client.force_login(people.editor("mo"))
        assert client.get(events.draft(actor=leader).get_absolute_url()).status_code == 200

    def test_the_video_link_is_for_confirmed_people_only(self, client, leader):
        event = events.published(actor=leader, attendance_mode="online", online_url="https://video.example.org/geheim")
        assert "geheim" not in client.get(event.get_absolute_url()).content.decode()

    def test_stays_within_twelve_queries(self, client, leader, django_assert_max_num_queries):
        event = events.published(actor=leader, sessions=4, seats_onsite=10)
        client.get(event.get_absolute_url())
        with django_assert_max_num_queries(12):
            client.get(event.get_absolute_url())

    @pytest.mark.parametrize("number", [1, 3])
    def test_costs_the_same_for_one_and_three_sessions(self, client, leader, number, django_assert_num_queries):
        event = events.published(actor=leader, sessions=number)
        client.get(event.get_absolute_url())
        with django_assert_num_queries(9):
            client.get(event.get_absolute_url())

    def test_a_visitor_gets_no_cookie(self, client, leader):
        event = events.published(actor=leader)
        for url in ("/termine/", event.get_absolute_url()):
            response = client.get(url)
            assert not response.cookies
            assert "Cookie" not in response.headers.get("Vary", "")
