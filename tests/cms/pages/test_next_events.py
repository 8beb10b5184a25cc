"""The home page shows the next events of all, a unit's front those it holds."""

import pytest

from tests.factories import events, people
from tests.factories.pages import section_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(home):
    return people.publisher("mo")


def test_the_home_page_shows_the_next_three(client, leader):
    for nth in range(4):
        events.published(f"Treffen {nth}", actor=leader, starts_at=events.in_days(2 + nth))
    page = client.get("/").content.decode()
    assert "Treffen 2" in page
    assert "Treffen 3" not in page


def test_a_units_front_shows_what_it_holds(client, leader):
    events.published("Für Vereine", actor=leader)
    events.published("Für Lots*innen", hosts=("lotsen",))
    events.published("Für beide", hosts=("mo", "lotsen"), actor=leader)
    section = section_of(people.unit("mo"))
    section.save_revision().publish()
    page = client.get(section.url).content.decode()
    assert "Für Vereine" in page
    assert "Für beide" in page
    assert "Für Lots*innen" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_home_page_costs_the_same_for_one_and_three(client, leader, number, django_assert_num_queries):
    for nth in range(number):
        events.published(f"Treffen {nth}", actor=leader, sessions=number)
    client.get("/")
    with django_assert_num_queries(12):
        client.get("/")
