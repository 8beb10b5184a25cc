"""The people of an organisation. Joining: see `applications.py` and `decisions.py`."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from network.accounts.models import Person
from network.organisations.enums import MembershipRole
from network.organisations.models import Membership, Organisation
from network.organisations.permissions import represents


@transaction.atomic
def colleague_add(*, actor: Person, organisation: Organisation, name: str) -> Person:
    """Add somebody without an account, for whom the organisation's representatives act.

    The same name again is the same colleague, so that a form sent twice makes no double. Raises
    PermissionDenied when `actor` does not represent `organisation`.
    """
    if not represents(actor, organisation):
        raise PermissionDenied
    Organisation.objects.select_for_update().get(pk=organisation.pk)  # two forms at once: one colleague
    existing = Person.objects.filter(
        name__iexact=name,
        user__isnull=True,
        memberships__in=Membership.objects.running().filter(organisation=organisation),
    ).first()
    if existing is not None:
        return existing
    person = Person.objects.create(name=name, preferred_language=actor.preferred_language)
    Membership.objects.create(person=person, organisation=organisation, role=MembershipRole.COWORKER)
    log(instance=organisation, action="organisations.add_colleague", user=actor.user)
    return person
