"""Reads about one person across all slices."""

from typing import Any

from allauth.account.models import EmailAddress
from django.utils import timezone
from django.utils.translation import gettext as _

from network.accounts.models import Person, User
from network.privacy.ports import Section, Subject, erasure_objections, personal_data


def subject_of(person: Person) -> Subject:
    """`person` with the addresses that are theirs alone.

    Only confirmed addresses of the account: who merely types a foreign address must not read that mailbox's history.
    Without an account the address of the entry counts, unless somebody else has it too, as families do.
    """
    user = User.objects.filter(person=person).first()
    if user is not None:
        confirmed = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
        return Subject(person, user, frozenset(address.lower() for address in confirmed))
    address = person.email.lower()
    is_shared = (
        Person.objects.filter(email__iexact=address).exclude(pk=person.pk).exists()
        or User.objects.filter(email__iexact=address).exists()
    )
    return Subject(person, None, frozenset() if not address or is_shared else frozenset({address}))


def stored_about(person: Person) -> list[Section]:
    """Everything every slice knows of `person`, in the active language; sections without entries are left out.

    The account first: what one looks for in the first place.
    """
    subject = subject_of(person)
    return [
        section for provider in reversed(list(personal_data)) for section in provider.export(subject) if section.entries
    ]


def stored_as_json(person: Person) -> dict[str, Any]:
    """The same for machines (Art. 20 GDPR). Times with their offset."""
    return {
        "created_at": timezone.localtime(),
        "sections": [
            {
                "name": section.name,
                "title": section.title,
                "retention": section.retention,
                "entries": [
                    [{"name": fact.name, "label": fact.label, "value": fact.value} for fact in entry]
                    for entry in section.entries
                ],
            }
            for section in stored_about(person)
        ],
    }


def objections_to_erasing(person: Person) -> list[str]:
    """Why `person` cannot be erased yet, in sentences that say what to do."""
    return [sentence for objection in erasure_objections for sentence in objection(person)]


def last_administrator(person: Person) -> list[str]:
    """Somebody must be able to give rights to others."""
    administrators = User.objects.filter(is_superuser=True, is_active=True)
    if administrators.filter(person=person).exists() and not administrators.exclude(person=person).exists():
        return [
            _("Sie sind die letzte Person in der Administration. Bitte geben Sie erst jemand anderem diese Rechte.")
        ]
    return []
