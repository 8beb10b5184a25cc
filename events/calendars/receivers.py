"""Who loses their account reads no dates any more: a calendar address opens without signing in."""

from typing import Any

from events.calendars.tokens import feed_tokens_revoke_all
from network.accounts.models import Person, User


def addresses_end_with_account(instance: User, **_: Any) -> None:
    """Before an account is deleted, by whomever."""
    for person in Person.objects.filter(user=instance):
        feed_tokens_revoke_all(person=person)


def addresses_end_when_locked(instance: User, created: bool, **_: Any) -> None:
    """After an account was saved: a locked one has no addresses."""
    if not created and not instance.is_active:
        addresses_end_with_account(instance)
