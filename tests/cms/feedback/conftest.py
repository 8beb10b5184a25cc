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
def sign_in(client, db):
    """Sign somebody in: `sign_in(unit.editors_group)`."""

    def as_member_of(*groups, **fields):
        user = get_user_model().objects.create_user("someone@example.org", **fields)
        user.groups.set(groups)
        client.force_login(user)
        return user

    return as_member_of
