"""The last seats are given once, however many reach for them together."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from events.programme.enums import SeatMode
from events.registration.models import Registration, SeatPool
from events.registration.services import registrations_create
from tests.factories import events, people

pytestmark = pytest.mark.django_db(transaction=True)

SEATS, CROWD = 3, 8


def crowd_joins(event, crowd):
    """Everybody joins at the same moment, each on a connection of their own. Returns what went wrong."""
    start, surprises, refused = threading.Barrier(len(crowd)), [], []

    def join(person):
        start.wait()
        try:
            registrations_create(event=event, actor=person, people=[person], mode=SeatMode.ONSITE)
        except ValidationError as error:
            refused.append(error.code)
        except Exception as error:  # noqa: BLE001  (whatever it is, the test must show it)
            surprises.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=join, args=[person]) for person in crowd]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return surprises, refused


def test_no_seat_is_given_twice_and_nobody_meets_an_error():
    event = events.published(seats_onsite=SEATS)
    crowd = [people.member(name=f"Person {nth}") for nth in range(CROWD)]

    surprises, refused = crowd_joins(event, crowd)

    assert surprises == []
    assert len(refused) == CROWD - SEATS
    assert Registration.objects.active().count() == SEATS
    assert SeatPool.objects.get().taken == SEATS


def test_one_person_in_two_tabs_has_one_seat():
    event = events.published(seats_onsite=SEATS)
    amina = people.member()

    surprises, refused = crowd_joins(event, [amina, amina])

    assert (surprises, refused) == ([], [])
    assert Registration.objects.active().count() == 1
