import pytest
from django.contrib.auth import get_user_model

from network.units.services import unit_create


@pytest.fixture
def mo(db):
    return unit_create(code="mo", name="Migrantenorganisationen", carrier="beramí e.V.", contact_email="mo@example.org")


@pytest.fixture
def lotsen(db):
    return unit_create(
        code="lotsen", name="WIR Lotsen", carrier="lagfa Hessen e.V.", contact_email="lotsen@example.org"
    )


@pytest.fixture
def user_of(db):
    """Make a signed-in editor's or publisher's account: `user_of(unit.editors_group)`."""

    def make(*groups):
        user = get_user_model().objects.create_user(f"user{get_user_model().objects.count()}@example.org")
        user.groups.set(groups)
        return user

    return make


@pytest.fixture
def editor(mo, user_of, client):
    """An editor of beramí's unit, signed in."""
    user = user_of(mo.editors_group)
    client.force_login(user)
    return user
