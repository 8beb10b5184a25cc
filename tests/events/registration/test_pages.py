"""The pages on which people join and leave."""

import pytest

from events.programme.services import event_cancel
from events.registration.models import Registration
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
def amina(client, verein):
    amina = people.representative(of=verein, name="Amina Yıldız", email="amina@example.org")
    client.force_login(amina.user)
    return amina


def join_url(event):
    return f"{event.get_absolute_url()}anmelden/"


class TestJoining:
    def test_a_visitor_signs_in_first_and_comes_back(self, client, event):
        response = client.get(join_url(event))
        assert response.url == f"/konto/login/?next={join_url(event)}"

    def test_with_a_colleague_named_just_now(self, client, event, amina):
        response = client.post(join_url(event), {"people": [amina.pk], "new_colleague": "Olena Beispiel"})
        assert response.url == "/mitglieder/"
        home = client.get("/mitglieder/").content.decode()
        assert "2 Personen sind angemeldet" in home
        assert "Olena Beispiel" in home
        assert set(Registration.objects.values_list("organisation__name", flat=True)) == {"Brücke e. V."}

    def test_nobody_chosen_is_explained(self, client, event, amina):
        response = client.post(join_url(event), {})
        assert "wer kommt" in response.context["form"].errors["people"][0]
        assert 'class="error-summary"' in response.content.decode()

    def test_a_stranger_cannot_be_slipped_in(self, client, event, amina):
        stranger = people.person("Fremde Person")
        response = client.post(join_url(event), {"people": [stranger.pk]})
        assert "können Sie nicht anmelden" in response.context["form"].errors["people"][0]
        assert not Registration.objects.exists()

    def test_a_full_event_says_so_and_keeps_what_was_typed(self, client, event, amina, leader):
        other = people.representative()
        event.seat_pools.update(capacity=0)
        response = client.post(join_url(event), {"people": [amina.pk], "new_colleague": "Olena Beispiel"})
        assert "alle Plätze vergeben" in str(response.context["form"].non_field_errors())
        assert 'value="Olena Beispiel"' in response.content.decode()
        assert not Registration.objects.filter(person=other).exists()

    def test_who_acts_for_two_organisations_chooses(self, client, event, amina):
        from network.organisations.models import Membership

        second = people.organisation("Zweiter Verein")
        Membership.objects.create(person=amina, organisation=second, role="representative")
        client.post(join_url(event), {"people": [amina.pk], "organisation": second.pk})
        assert Registration.objects.get().organisation == second

    def test_a_person_without_an_organisation_joins_alone(self, client, event):
        somebody = people.member()
        client.force_login(somebody.user)
        page = client.get(join_url(event))
        assert "new_colleague" not in page.context["form"].fields
        client.post(join_url(event), {"people": [somebody.pk]})
        assert Registration.objects.get().person == somebody

    def test_a_cancelled_event_says_so_before_anybody_fills_in_a_form(self, client, event, amina, leader):
        event_cancel(event=event, actor=leader)
        page = client.get(join_url(event), follow=True).content.decode()
        assert "Diese Veranstaltung ist abgesagt." in page

    def test_joining_again_is_said_to_be_nothing_new(self, client, event, amina):
        client.post(join_url(event), {"people": [amina.pk]})
        page = client.post(join_url(event), {"people": [amina.pk]}, follow=True).content.decode()
        assert "schon angemeldet" in page

    def test_who_is_in_already_has_no_box_but_a_way_out(self, client, event, amina, verein):
        olena = people.coworker(verein, "Olena Beispiel")
        client.post(join_url(event), {"people": [amina.pk]})
        page = client.get(join_url(event)).content.decode()
        assert f'value="{amina.pk}"' not in page
        assert f'value="{olena.pk}"' in page
        assert "Schon angemeldet" in page
        assert f"/mitglieder/anmeldungen/{Registration.objects.get().pk}/abmelden/" in page

    def test_all_in_already_leaves_the_colleague_nobody_knows_yet(self, client, event, amina):
        client.post(join_url(event), {"people": [amina.pk]})
        page = client.get(join_url(event)).content.decode()
        assert "sind schon dabei" in page
        assert 'name="people"' not in page
        refused = client.post(join_url(event), {"new_colleague": ""})
        assert "wer kommt" in refused.context["form"].errors["new_colleague"][0]
        client.post(join_url(event), {"new_colleague": "Olena Beispiel"})
        assert Registration.objects.active().count() == 2

    def test_alone_and_in_already_there_is_nothing_to_send(self, client, event):
        client.force_login(people.member().user)
        client.post(join_url(event), {"people": [client.get(join_url(event)).context["form"].actor.pk]})
        page = client.get(join_url(event)).content.decode()
        assert "sind schon dabei" in page
        assert "Verbindlich anmelden" not in page

    def test_online_is_said_in_the_readers_language(self, client, leader, amina):
        meeting = events.published(actor=leader, attendance_mode="online")
        assert "عبر الإنترنت" in client.get(f"/ar{join_url(meeting)}").content.decode()

    def test_a_draft_cannot_be_joined(self, client, amina, leader):
        assert client.get(join_url(events.draft(actor=leader))).status_code == 404

    @pytest.mark.parametrize("number", [1, 3])
    def test_costs_the_same_for_one_and_three_colleagues(
        self, client, event, amina, verein, number, django_assert_num_queries
    ):
        for nth in range(number):
            people.coworker(verein, f"Person {nth}")
        client.get(join_url(event))
        with django_assert_num_queries(11):
            client.get(join_url(event))


class TestLeaving:
    @pytest.fixture
    def registration(self, client, event, amina):
        client.post(join_url(event), {"people": [amina.pk]})
        return Registration.objects.get()

    def url(self, registration):
        return f"/mitglieder/anmeldungen/{registration.pk}/abmelden/"

    def test_asks_once(self, client, registration):
        assert "abmelden?" in client.get(self.url(registration)).content.decode()
        client.post(self.url(registration))
        assert not Registration.objects.active().exists()

    def test_somebody_elses_is_not_found(self, client, registration):
        client.force_login(people.representative().user)
        assert client.get(self.url(registration)).status_code == 404
        assert client.post(self.url(registration)).status_code == 404
        assert Registration.objects.active().exists()


class TestWhatVisitorsRead:
    @pytest.mark.parametrize(
        ("capacity", "taken", "said"),
        [
            (None, 0, "Anmeldung offen"),
            (10, 0, "Anmeldung offen"),
            (10, 8, "Nur noch 2 Plätze frei"),
            (3, 3, "Ausgebucht"),
        ],
    )
    def test_seats_in_words(self, client, event, capacity, taken, said):
        event.seat_pools.update(capacity=capacity, taken=taken)
        page = client.get(event.get_absolute_url()).content.decode()
        assert said in page
        assert (join_url(event) in page) is (said != "Ausgebucht")


class TestTheUnitsList:
    LIST = "/redaktion/snippets/registration/registration/"

    def test_shows_who_comes_to_the_own_unit(self, client, event, amina):
        client.post(join_url(event), {"people": [amina.pk]})
        client.force_login(people.editor("mo"))
        assert "Amina Yıldız" in client.get(self.LIST).content.decode()
        client.force_login(people.publisher("lotsen"))
        assert "Amina Yıldız" not in client.get(self.LIST).content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_costs_the_same_for_one_and_three(self, client, leader, amina, verein, number, django_assert_num_queries):
        for nth in range(number):
            event = events.published(f"Treffen {nth}", actor=leader)
            client.post(join_url(event), {"people": [amina.pk]})
        client.force_login(leader)
        client.get(self.LIST)
        with django_assert_num_queries(12):
            client.get(self.LIST)


@pytest.mark.parametrize("number", [1, 3])
def test_my_dates_cost_the_same_for_one_and_three(client, leader, amina, number, django_assert_num_queries):
    for nth in range(number):
        client.post(join_url(events.published(f"Treffen {nth}", actor=leader)), {"people": [amina.pk]})
    client.get("/mitglieder/")
    with django_assert_num_queries(11):
        client.get("/mitglieder/")
