"""People with and without accounts, in organisations and in units."""

import itertools

from django.contrib.auth.models import AnonymousUser

from network.accounts.models import Person
from network.accounts.services import account_ensure, administrator_create
from network.organisations.enums import MembershipRole, OrganisationKind
from network.organisations.models import Membership, Organisation
from network.units.models import EditorialUnit
from network.units.services import unit_create
from tests.factories.places import postcode

_number = itertools.count(1)
CARRIERS = {"mo": "beramí e.V.", "lotsen": "lagfa Hessen e.V."}
NAMES = {"mo": "Migrantenorganisationen", "lotsen": "WIR-Lotsen"}


def unit(code="mo"):
    """The unit with everything its groups may do, as the set-up makes it."""
    return EditorialUnit.objects.filter(code=code).first() or unit_create(
        code=code,
        name=NAMES.get(code, code),
        carrier=CARRIERS.get(code, code),
        contact_email=f"{code}@example.org",
    )


def person(name="Amina Yıldız", **fields):
    """Somebody without an account and, unless given, without an address."""
    return Person.objects.create(name=name, **fields)


def member(name="Amina Yıldız", email=None, **fields):
    """Somebody who can sign in."""
    email = email or f"person{next(_number)}@example.org"
    account_ensure(person=person(name, email=email, **fields), email=email)
    return Person.objects.select_related("user").get(user__email=email)


def organisation(name=None, kind=OrganisationKind.MIGRANT_ORGANISATION, plz="63450", unit_code="mo"):
    return Organisation.objects.create(
        name=name or f"Verein {next(_number)} e. V.",
        kind=kind,
        place=postcode(plz),
        responsible_unit=unit(unit_code),
    )


def representative(of=None, **fields):
    """A person with an account who acts for an organisation."""
    somebody = member(**fields)
    Membership.objects.create(person=somebody, organisation=of or organisation(), role=MembershipRole.REPRESENTATIVE)
    return somebody


def coworker(of, name="Yusuf Kaya", **fields):
    """A colleague without an account."""
    somebody = person(name, **fields)
    Membership.objects.create(person=somebody, organisation=of, role=MembershipRole.COWORKER)
    return somebody


def editor(code="mo", **fields):
    """The account of somebody who writes drafts for the unit."""
    user = member(**{"name": "Jonas Redakteur", **fields}).user
    user.groups.add(unit(code).editors_group)
    return user


def publisher(code="mo", **fields):
    """The account of somebody who publishes for the unit."""
    user = member(**{"name": "Mira Leiterin", **fields}).user
    user.groups.add(unit(code).publishers_group)
    return user


def administrator():
    return administrator_create(email=f"admin{next(_number)}@example.org", name="Alex Admin")[0]


def visitor():
    return AnonymousUser()
