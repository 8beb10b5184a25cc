"""Who may join and cancel, and for whom."""

from events.registration.models import Registration
from network.accounts.models import Person
from network.organisations.permissions import may_act_for


def may_register(actor: Person, person: Person) -> bool:
    """For oneself, and for the people of an organisation one represents."""
    return may_act_for(actor, person)


def may_cancel(actor: Person, registration: Registration) -> bool:
    """The person themselves, and whoever may act for them."""
    return may_act_for(actor, registration.person)
