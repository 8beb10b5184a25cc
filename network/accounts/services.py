"""Making people and their accounts, and what becomes of their sessions and second factors."""

import logging
from datetime import timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.usersessions.adapter import get_adapter as usersessions_adapter
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from network.accounts.models import Person, User
from network.messaging.services import message_enqueue

logger = logging.getLogger(__name__)

SEEN_EVERY = timedelta(hours=1)
"""How exactly the list of sessions knows when one was last used. Finer would be a diary, and a write a click."""


@transaction.atomic
def account_ensure(*, person: Person, email: str) -> User:
    """Give `person` an account with a verified `email`, or link the account that has it.

    Call only when the address is known to be the person's: they opened a link sent there, or the
    administrator made them. An existing account keeps the person it already belongs to; then
    `person` stays without one and the caller must use `user.person`.
    """
    email = email.strip().lower()
    user = User.objects.select_for_update().filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email, preferred_language=person.preferred_language)
    address, _created = EmailAddress.objects.get_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    if not address.verified:
        address.verified = True
        address.save(update_fields=["verified"])
    if not Person.objects.filter(user=user).exists():
        person.user = user
        person.email = person.email or email
        person.save(update_fields=["user", "email"])
    return user


@transaction.atomic
def administrator_create(*, email: str, name: str) -> tuple[User, bool]:
    """The account `email` with every right; created when there is none. Returns (user, created)."""
    created = not User.objects.filter(email__iexact=email).exists()
    person = Person.objects.filter(user__email__iexact=email).first()
    if person is None:
        person = Person.objects.create(name=name, email=email.lower())
    user = account_ensure(person=person, email=email)
    user.is_staff = user.is_superuser = user.is_active = True
    user.save(update_fields=["is_staff", "is_superuser", "is_active"])
    return user, created


@transaction.atomic
def language_choose(*, user: User, language: str) -> None:
    """From now on write to `user`, and to the person behind the account, in `language` (one that is offered)."""
    User.objects.filter(pk=user.pk).update(preferred_language=language)
    Person.objects.filter(user=user).update(preferred_language=language)


# --- Sessions -----------------------------------------------------------------------------------------
def session_seen(request: HttpRequest) -> None:
    """Note that the session of `request` is in use, unless that was noted within `SEEN_EVERY`.

    Writing into the session also puts off its end: it is `SESSION_COOKIE_AGE` after the last use.
    """
    now = timezone.now().timestamp()
    if now - request.session.get("seen_at", 0) < SEEN_EVERY.total_seconds():
        return
    request.session["seen_at"] = now
    UserSession.objects.create_from_request(request)


def sessions_erase() -> int:
    """Erase sessions past their end, and the list's rows of those that are over. Returns the number of rows."""
    Session.objects.filter(expire_date__lte=timezone.now()).delete()
    erased, _per_model = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return erased


# --- The second factor ----------------------------------------------------------------------------------
def second_factor_passed(request: HttpRequest, authenticator: Authenticator) -> None:
    """Count the code that set up `authenticator` as shown in this session.

    Else who has just typed it would be asked for the next one at once, and again before seeing the recovery codes.
    """
    post_authentication(request, authenticator, reauthenticated=True)


@transaction.atomic
def second_factor_reset(*, user: User) -> bool:
    """Take code app and recovery codes off an account whose owner has lost both; False when there were none.

    Ends every session, so that whoever may have found the phone is out too, and tells the owner by mail. Whoever may
    open the editors' desk sets a new app up at the next sign-in.
    """
    removed, _per_model = Authenticator.objects.filter(user=user).delete()
    usersessions_adapter().end_sessions(UserSession.objects.filter(user=user))
    logger.warning("second factor reset by the operator: account %s, %s removed", user.pk, removed)
    if removed:
        message_enqueue(
            key=f"account:second_factor_reset:{uuid4()}",
            template="account/second_factor_reset",
            to=user.email,
            language=user.preferred_language,
            context={"user": user, "timestamp": timezone.now()},
        )
    return bool(removed)
