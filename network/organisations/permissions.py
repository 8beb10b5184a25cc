"""Who acts for an organisation, and who decides about one."""

from typing import Any

from network.accounts.models import Person
from network.organisations.models import Membership, Organisation, OrganisationApplication
from network.units.permissions import is_editor


def represents(person: Person, organisation: Organisation) -> bool:
    """`person` may act for `organisation` today."""
    return Membership.objects.representing(person).filter(organisation=organisation).exists()


def may_act_for(actor: Person, person: Person) -> bool:
    """`actor` may join and cancel for `person`: it is themselves, or somebody of an organisation
    they represent."""
    if actor == person:
        return True
    represented = Membership.objects.representing(actor).values("organisation")
    return Membership.objects.running().filter(person=person, organisation__in=represented).exists()


def may_decide_application(user: Any, application: OrganisationApplication) -> bool:
    """Editors of the responsible unit decide, and administrators."""
    return is_editor(user, application.unit)


def may_object(person: Person, application: OrganisationApplication) -> bool:
    """Who represents the claimed organisation today may object to the claim, as long as it is open."""
    return application.claimed is not None and application.is_open and represents(person, application.claimed)
