"""Asking to be erased: time to think it over, a way back without signing in, and who cannot go yet."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from events.calendars.models import FeedToken
from events.calendars.tokens import feed_token_create
from network.accounts.models import Person, User
from network.messaging.models import OutboxMessage
from network.privacy.models import ErasureRequest
from network.privacy.services import erasure_ask, people_erase
from tests.factories import people
from tests.network.privacy.test_account_pages import fresh

pytestmark = pytest.mark.django_db

ASK = "/konto/loeschen/"


@pytest.fixture
def amina(home):
    return people.member("Amina Yıldız", email="amina@example.org")


def ask(person):
    return fresh(person.user).post(ASK, {"sure": "on"})


def later(**time):
    return time_machine.travel(timezone.now() + timedelta(**time), tick=False)


def test_nothing_happens_for_fourteen_days_then_the_person_is_gone(amina):
    ask(amina)
    with later(days=13, hours=23):
        assert people_erase() == 0
    with later(days=14, minutes=1):
        assert people_erase() == 1
        assert people_erase() == 0
    assert not Person.objects.filter(pk=amina.pk).exists()
    assert not User.objects.filter(email="amina@example.org").exists()


def test_without_the_tick_nothing_is_asked(amina):
    response = fresh(amina.user).post(ASK, {})
    assert "Bitte setzen Sie das Häkchen" in response.content.decode()
    assert not ErasureRequest.objects.exists()


def test_asked_twice_is_asked_once(amina):
    ask(amina)
    ask(amina)
    assert ErasureRequest.objects.count() == 1
    assert OutboxMessage.objects.filter(template="privacy/erasure_asked").count() == 1


def test_the_mail_brings_a_link_that_takes_it_back_without_signing_in(amina, client):
    ask(amina)
    message = OutboxMessage.objects.get(template="privacy/erasure_asked")
    path = re.search(r"http://[^/]+(/konto/loeschen/\S+/)", message.text).group(1)
    page = client.get(path)
    assert page.status_code == 200
    assert ErasureRequest.objects.open().exists(), "opening it does nothing: scanners open links"
    assert client.post(path).status_code == 200
    assert not ErasureRequest.objects.open().exists()
    assert client.get(path).status_code == 404
    with later(days=15):
        assert people_erase() == 0
    assert Person.objects.filter(pk=amina.pk).exists()


def test_a_wrong_link_says_so(client, home):
    response = client.get("/konto/loeschen/zuruecknehmen/falsch/")
    assert response.status_code == 404
    assert "Dieser Link gilt nicht" in response.content.decode()


def test_it_is_taken_back_on_the_account_page_too(amina):
    ask(amina)
    client = fresh(amina.user)
    assert "Ihre Daten werden am" in client.get("/konto/").content.decode()
    client.post("/konto/loeschen/zuruecknehmen/")
    assert not ErasureRequest.objects.open().exists()


def test_the_last_representative_is_told_what_to_do_and_nothing_changes(home):
    last = people.representative(people.organisation("Verein am Main"), email="letzte@example.org")
    page = ask(last).content.decode()
    assert "Sie sind die letzte Vertretung von „Verein am Main“" in page
    assert "mo@example.org" in page
    assert not ErasureRequest.objects.exists()
    assert last.memberships.count() == 1


def test_with_a_second_representative_one_may_go(home):
    organisation = people.organisation()
    first = people.representative(organisation)
    people.representative(organisation)
    erasure_ask(person=first, asked_by=first)
    assert ErasureRequest.objects.open().count() == 1


def test_who_has_become_the_last_one_meanwhile_stays_until_there_is_a_successor(home):
    organisation = people.organisation()
    first, second = people.representative(organisation), people.representative(organisation)
    erasure_ask(person=first, asked_by=first)
    second.memberships.all().delete()
    with later(days=15):
        assert people_erase() == 0
        people.representative(organisation)
        assert people_erase() == 1


def test_the_log_knows_that_but_not_whom(amina):
    ask(amina)
    with later(days=15):
        people_erase()
    entry = ModelLogEntry.objects.get(action="privacy.erase")
    assert "Amina" not in f"{entry.label}{entry.data}"
    assert "amina" not in f"{entry.label}{entry.data}"
    assert not ModelLogEntry.objects.filter(label__icontains="amina").exists()


def test_the_last_administrator_cannot_go(home):
    admin = people.administrator().person
    with pytest.raises(ValidationError):
        erasure_ask(person=admin, asked_by=admin)
    people.administrator()
    assert erasure_ask(person=admin, asked_by=admin)


@pytest.mark.parametrize("end", ["delete", "lock"])
def test_who_loses_their_account_loses_their_calendar_addresses(amina, end):
    feed_token_create(person=amina, name="Handy")
    user = amina.user
    if end == "delete":
        user.delete()
    else:
        user.is_active = False
        user.save()
    assert FeedToken.objects.active().count() == 0
