"""Organisations that may be the one somebody is about to enter."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from network.organisations.enums import OrganisationState
from network.organisations.models import Organisation, OrganisationApplication
from network.organisations.name_keys import are_alike, name_key, web_key
from network.places.models import Postcode

SHOWN = 5
COMPARED = 300
"""Names of one postcode that are compared letter by letter. The fullest postcode of Hessen has fewer organisations."""


@dataclass(frozen=True)
class Likely:
    """What a stranger may know of it: name, place and kind. `organisation_id` is None for an open application."""

    name: str
    kind: str
    place: str
    organisation_id: int | None


def likely_duplicates(
    *, name: str, place: Postcode, website: str = "", without: OrganisationApplication | None = None
) -> list[Likely]:
    """Organisations of every state but erased, and confirmed open applications, that may be the same; at most SHOWN.

    Unconfirmed applications stay out: else anybody could write on this page what others read. At most four queries,
    each through an index on key or postcode, however many organisations there are.
    """
    organisations = Organisation.objects.exclude(state=OrganisationState.ERASED).select_related("place")
    applications = OrganisationApplication.objects.open().filter(claimed=None).select_related("place")
    if without is not None:
        applications = applications.exclude(pk=without.pk)
        if without.organisation_id:
            organisations = organisations.exclude(pk=without.organisation_id)
    found = [
        Likely(row.name, row.get_kind_display(), str(row.place), row.pk)
        for row in _alike(organisations, name, place, website)
    ]
    found += [
        Likely(row.name, row.get_kind_display(), str(row.place), None)
        for row in _alike(applications, name, place, website)
    ]
    return found[:SHOWN]


def _alike(rows: QuerySet[Any], name: str, place: Postcode, website: str) -> list[Any]:
    key, web = name_key(name), web_key(website)
    same = Q(name_key=key) | Q(web_key=web) if web else Q(name_key=key)
    near = rows.filter(place__plz=place.plz).values_list("pk", "name_key")[:COMPARED]
    alike = [pk for pk, other in near if are_alike(key, other)]
    return list(rows.filter(same | Q(pk__in=alike)).order_by("name", "pk")[:SHOWN])
