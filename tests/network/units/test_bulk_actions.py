"""Acting on many at once: only on one's own, and only in the way the model allows."""

import pytest

from events.programme.models import Event
from tests.factories import events, people

pytestmark = pytest.mark.django_db
DELETE = "/redaktion/bulk/programme/event/delete/"


@pytest.fixture
def publisher(client):
    user = people.publisher("lotsen")
    client.force_login(user)
    return user


def address(*rows):
    return DELETE + "?" + "&".join(f"id={row.pk}" for row in rows)


def test_a_foreign_draft_is_neither_named_nor_deleted(client, publisher):
    own, foreign = events.draft("Unser Entwurf", hosts=["lotsen"]), events.draft("Fremder Entwurf")

    page = client.get(address(own, foreign)).content.decode()
    client.post(address(own, foreign))

    assert "Unser Entwurf" in page
    assert "Fremder Entwurf" not in page
    assert list(Event.objects.all()) == [foreign]


@pytest.mark.parametrize("method", ["get", "post"])
def test_foreign_rows_alone_are_not_there(client, publisher, method):
    foreign = events.draft("Fremder Entwurf")

    assert getattr(client, method)(address(foreign)).status_code == 404
    assert Event.objects.filter(pk=foreign.pk).exists()


def test_all_means_all_of_ones_own(client, publisher):
    events.draft("Unser Entwurf", hosts=["lotsen"])
    foreign = events.draft("Fremder Entwurf")

    client.post(f"{DELETE}?id=all")

    assert list(Event.objects.all()) == [foreign]


def test_what_was_public_stays(client, publisher):
    public = events.published("Offener Abend", hosts=["lotsen"])

    assert client.post(address(public)).status_code == 404
    assert Event.objects.filter(pk=public.pk).exists()


@pytest.mark.parametrize("number", ["x", "1e3", "²", ""])
def test_a_number_that_is_none(client, publisher, number):
    assert client.get(f"{DELETE}?id={number}").status_code == 404


def test_deleting_what_others_stand_on_says_so(client):
    unit = people.unit("mo")
    client.force_login(people.administrator())

    response = client.post(f"/redaktion/groups/delete/{unit.editors_group_id}/", follow=True)

    assert "hängt noch daran" in response.content.decode()
    unit.refresh_from_db()
