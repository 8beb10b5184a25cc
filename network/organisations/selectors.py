"""Reads about organisations and their people."""

from dataclasses import dataclass

from django.db.models import QuerySet

from network.accounts.models import Person
from network.organisations.enums import MembershipRole
from network.organisations.models import Membership, Organisation


@dataclass(frozen=True)
class OwnOrganisation:
    """An organisation as one of its people sees it on the members' home."""

    organisation: Organisation
    is_representative: bool
    colleagues: list[Person]


def own_organisations(person: Person) -> list[OwnOrganisation]:
    """The organisations `person` belongs to today, each with its other people. Two queries."""
    own = list(
        Membership.objects.running()
        .filter(person=person)
        .select_related("organisation__place__district", "organisation__responsible_unit")
        .order_by("organisation__name")
    )
    others = (
        Membership.objects.running()
        .filter(organisation__in=[membership.organisation_id for membership in own])
        .exclude(person=person)
        .select_related("person")
        .order_by("person__name")
    )
    colleagues: dict[int, list[Person]] = {}
    for membership in others:
        colleagues.setdefault(membership.organisation_id, []).append(membership.person)
    return [
        OwnOrganisation(
            organisation=membership.organisation,
            is_representative=membership.role == MembershipRole.REPRESENTATIVE,
            colleagues=colleagues.get(membership.organisation_id, []),
        )
        for membership in own
    ]


def represented_organisations(person: Person) -> QuerySet[Organisation]:
    """The organisations `person` may act for today."""
    return Organisation.objects.filter(memberships__in=Membership.objects.representing(person)).order_by("name")


def people_of(organisation: Organisation) -> QuerySet[Person]:
    """Everybody with a running role in `organisation`, by name."""
    return Person.objects.filter(
        memberships__in=Membership.objects.running().filter(organisation=organisation)
    ).order_by("name")


def representatives_of(organisation: Organisation) -> QuerySet[Person]:
    """Who acts for `organisation` today."""
    running = Membership.objects.running().filter(organisation=organisation, role=MembershipRole.REPRESENTATIVE)
    return Person.objects.filter(memberships__in=running).select_related("user").distinct()
