"""An editorial unit is one call, and what it may do follows from it."""

import pytest
from django.contrib.auth.models import Group

from network.units.models import EditorialUnit
from network.units.permissions import is_editor, is_publisher
from network.units.selectors import units_of
from network.units.services import model_permissions_grant, unit_create, units_provision
from tests.factories import people

pytestmark = pytest.mark.django_db


def test_a_third_unit_is_one_call():
    unit = unit_create(code="jugend", name="Jugend", carrier="Träger e. V.", contact_email="jugend@example.org")

    assert unit.collection.name == "Jugend"
    assert unit.publishers_group.permissions.filter(codename="publish_event").exists()
    assert not unit.editors_group.permissions.filter(codename="publish_event").exists()
    for group in (unit.editors_group, unit.publishers_group):
        assert group.permissions.filter(codename="access_admin").exists()
        assert group.permissions.filter(codename="add_event").exists()


def test_creating_it_again_keeps_what_its_editors_changed():
    first = people.unit("mo")
    EditorialUnit.objects.filter(pk=first.pk).update(carrier="beramí berufliche Integration e.V.")

    again = unit_create(code="mo", name="anders", carrier="anders", contact_email="anders@example.org")

    assert (again.pk, again.carrier) == (first.pk, "beramí berufliche Integration e.V.")
    assert (
        Group.objects.count()
        == EditorialUnit.objects.count() * 2 + Group.objects.filter(name__in=["Moderators", "Editors"]).count()
    )


def test_granting_twice_changes_nothing():
    unit = people.unit("mo")
    before = set(unit.publishers_group.permissions.values_list("pk", flat=True))
    units_provision()
    assert set(unit.publishers_group.permissions.values_list("pk", flat=True)) == before


def test_a_misspelt_permission_is_an_error_and_not_a_hole():
    with pytest.raises(LookupError, match="fly_editorialunit"):
        model_permissions_grant(people.unit().editors_group, EditorialUnit, ["view", "fly"])


@pytest.mark.parametrize(
    ("who", "writes", "publishes"),
    [
        (people.visitor, False, False),
        (lambda: people.member().user, False, False),
        (lambda: people.editor("lotsen"), False, False),
        (lambda: people.publisher("lotsen"), False, False),
        (lambda: people.editor("mo"), True, False),
        (lambda: people.publisher("mo"), True, True),
        (people.administrator, True, True),
    ],
)
def test_who_writes_and_publishes_for_a_unit(who, writes, publishes):
    user, unit = who(), people.unit("mo")
    assert is_editor(user, unit) is writes
    assert is_publisher(user, unit) is publishes
    assert (unit in units_of(user)) is writes


def test_a_deactivated_account_writes_nowhere():
    user = people.publisher("mo")
    user.is_active = False
    assert not is_publisher(user, people.unit("mo"))
    assert not units_of(user)
