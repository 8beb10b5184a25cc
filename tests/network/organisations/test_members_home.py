"""The members' home: my organisations, my people, what is next."""

import pytest

from network.accounts.models import Person
from network.organisations.models import Membership
from network.organisations.permissions import may_act_for, represents
from tests.factories import people

pytestmark = pytest.mark.django_db


def add_url(organisation):
    return f"/mitglieder/{organisation.pk}/personen/neu/"


def test_a_visitor_is_asked_to_sign_in(client):
    response = client.get("/mitglieder/")
    assert response.status_code == 302
    assert response.url == "/konto/login/?next=/mitglieder/"


def test_a_bare_account_is_told_what_is_missing(client):
    user = people.member().user
    Person.objects.filter(user=user).delete()
    client.force_login(type(user).objects.get(pk=user.pk))
    response = client.get("/mitglieder/")
    assert response.status_code == 403
    assert "mit keiner Person verbunden" in response.content.decode()


def test_shows_my_organisations_and_their_people(client):
    verein = people.organisation("Brücke e. V.")
    amina = people.representative(of=verein)
    people.coworker(verein, "Yusuf Kaya")
    people.coworker(people.organisation("Fremder Verein"), "Fremde Person")
    client.force_login(amina.user)

    page = client.get("/mitglieder/").content.decode()

    assert "Brücke e. V." in page
    assert "Yusuf Kaya" in page
    assert "Fremde" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_costs_the_same_for_one_and_three(client, number, django_assert_num_queries):
    amina = people.representative()
    for nth in range(number):
        verein = people.organisation()
        Membership.objects.create(person=amina, organisation=verein, role="representative")
        for colleague in range(number):
            people.coworker(verein, f"Person {nth}.{colleague}")
    client.force_login(amina.user)
    client.get("/mitglieder/")
    with django_assert_num_queries(10):
        client.get("/mitglieder/")


def test_a_representative_adds_a_colleague_without_a_mailbox(client):
    verein = people.organisation()
    client.force_login(people.representative(of=verein).user)
    client.post(add_url(verein), {"name": "Olena Beispiel"})
    client.post(add_url(verein), {"name": "olena beispiel"})
    colleague = Person.objects.get(name="Olena Beispiel")
    assert colleague.email == ""
    assert Membership.objects.filter(organisation=verein, role="coworker").count() == 1


@pytest.mark.parametrize("who", ["coworker", "other", "former"])
def test_nobody_else_adds_people(client, who):
    verein = people.organisation()
    somebody = {
        "coworker": people.member,
        "other": people.representative,
        "former": lambda: people.representative(of=verein),
    }[who]()
    if who == "coworker":
        Membership.objects.create(person=somebody, organisation=verein, role="coworker")
    if who == "former":
        Membership.objects.filter(person=somebody).update(started_on="2020-01-01", ended_on="2021-01-01")
    client.force_login(somebody.user)
    assert client.get(add_url(verein)).status_code == 404
    assert client.post(add_url(verein), {"name": "Eindringling"}).status_code == 404
    assert not Person.objects.filter(name="Eindringling").exists()


def test_acting_for_somebody_needs_a_running_role():
    verein = people.organisation()
    amina = people.representative(of=verein)
    yusuf = people.coworker(verein)
    stranger = people.person("Fremde Person")
    assert represents(amina, verein)
    assert may_act_for(amina, amina)
    assert may_act_for(amina, yusuf)
    assert not may_act_for(amina, stranger)
    assert not may_act_for(yusuf, amina)

    Membership.objects.filter(person=yusuf).update(started_on="2020-01-01", ended_on="2021-01-01")
    assert not may_act_for(amina, yusuf)
