"""Secret calendar addresses: made, found, noted as used, revoked."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.calendars.enums import FeedKind
from events.calendars.models import FeedToken
from network.accounts.models import Person
from network.secret_links import secret_create, secret_digest

TOKENS_PER_PERSON = 20
LAST_USED_PAUSE = timedelta(hours=1)  # a phone polls all day; noting each poll would be a write per read


@transaction.atomic
def feed_token_create(*, person: Person, name: str, kind: FeedKind = FeedKind.PERSONAL) -> tuple[FeedToken, str]:
    """A new address for one of the person's devices: `(token, secret)`.

    The secret is shown once and not stored. Raises ValidationError when the person has
    `TOKENS_PER_PERSON` active addresses already.
    """
    Person.objects.select_for_update().get(pk=person.pk)  # or two clicks at once would pass the limit
    if FeedToken.objects.active().filter(person=person).count() >= TOKENS_PER_PERSON:
        raise ValidationError(
            _("Sie haben schon %(count)d Adressen. Bitte widerrufen Sie eine, die Sie nicht mehr brauchen.")
            % {"count": TOKENS_PER_PERSON}
        )
    secret, digest = secret_create()
    return FeedToken.objects.create(person=person, name=name, kind=kind, digest=digest), secret


def feed_token_find(secret: str, *, kind: FeedKind) -> FeedToken | None:
    """The active token of this kind, with its person, or None.

    Found by digest: whatever is asked for takes the same path, and an index of digests tells a
    stopwatch nothing about secrets.
    """
    token = FeedToken.objects.active().filter(digest=secret_digest(secret), kind=kind)
    return token.select_related("person").first()


def feed_token_note_use(token: FeedToken) -> None:
    """Note that the address was asked for, to the hour."""
    now = timezone.now()
    if token.last_used_at is None or token.last_used_at < now - LAST_USED_PAUSE:
        FeedToken.objects.filter(pk=token.pk).unused_since(now, pause=LAST_USED_PAUSE).update(last_used_at=now)


def feed_token_revoke(*, person: Person, pk: int) -> FeedToken:
    """Close one address. Closing it twice changes nothing.

    Raises FeedToken.DoesNotExist when the person has no such address.
    """
    FeedToken.objects.active().filter(person=person, pk=pk).update(revoked_at=timezone.now())
    return FeedToken.objects.get(person=person, pk=pk)


def feed_tokens_revoke_all(*, person: Person, kind: FeedKind | None = None) -> int:
    """Close every address of the person (of one kind): on erasure, on losing a role. Returns how many."""
    tokens = FeedToken.objects.active().filter(person=person)
    return (tokens.filter(kind=kind) if kind else tokens).update(revoked_at=timezone.now())
