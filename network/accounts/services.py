"""Making people and their accounts."""

from allauth.account.models import EmailAddress
from django.db import transaction

from network.accounts.models import Person, User


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
