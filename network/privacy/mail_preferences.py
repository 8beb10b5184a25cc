"""Mails one may do without: which kinds there are, who refused them, and the link that refuses with one click."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise

from network.accounts.models import Person
from network.messaging.models import OutboxMessage
from network.messaging.rendering import offered_language
from network.messaging.services import Attachment, message_enqueue
from network.privacy.models import MailRefusal, UnsubscribeLink
from network.registry import Registry
from network.secret_links import secret_create, secret_digest


@dataclass(frozen=True)
class MailKind:
    """A kind of mail one may refuse. Confirmations and what concerns the account's safety are none."""

    code: str
    title: str | Promise
    text: str | Promise


mail_kinds: Registry[MailKind] = Registry("mail_kinds")


def refused_kinds(person: Person) -> frozenset[str]:
    """The kinds `person` does not want."""
    return frozenset(MailRefusal.objects.filter(person=person).values_list("kind", flat=True))


@transaction.atomic
def preferences_set(*, person: Person, wanted: frozenset[str]) -> None:
    """From now on send `person` the optional kinds in `wanted` and no other."""
    Person.objects.select_for_update().get(pk=person.pk)
    for kind in mail_kinds:
        if kind.code in wanted:
            MailRefusal.objects.filter(person=person, kind=kind.code).delete()
        else:
            MailRefusal.objects.get_or_create(person=person, kind=kind.code)


@transaction.atomic
def optional_message_enqueue(
    *,
    kind: str,
    person: Person,
    key: str,
    template: str,
    context: Mapping[str, object],
    attachments: Sequence[Attachment] = (),
) -> OutboxMessage | None:
    """Write `person` a mail of an optional kind, with the link that ends the kind; None when they refused it.

    Raises KeyError for an unknown kind: without one nobody could refuse the mail.
    """
    mail_kinds.get(kind)
    address = person.user.email if person.user else person.email
    if not address or MailRefusal.objects.filter(person=person, kind=kind).exists():
        return None
    known = OutboxMessage.objects.filter(key=key).first()
    if known is not None:
        return known
    secret, digest = secret_create()
    UnsubscribeLink.objects.create(person=person, kind=kind, digest=digest)
    language = offered_language(person.preferred_language)
    with translation.override(language):
        link = settings.BASE_URL + reverse("privacy:unsubscribe", args=[secret])
    return message_enqueue(
        key=key,
        template=template,
        to=address,
        language=language,
        context={"person": person, **context, "unsubscribe_url": link},
        attachments=attachments,
        unsubscribe_url=link,
    )


def link_find(secret: str) -> UnsubscribeLink | None:
    """Whose mail of which kind the link stood in. Found by digest: every secret takes the same path."""
    after = timezone.now() - settings.UNSUBSCRIBE_LINK_LIFETIME
    return (
        UnsubscribeLink.objects.filter(digest=secret_digest(secret), created_at__gt=after)
        .select_related("person")
        .first()
    )


@transaction.atomic
def unsubscribe(*, link: UnsubscribeLink) -> None:
    """Send no more mails of this kind to this person. Twice is once."""
    MailRefusal.objects.get_or_create(person=link.person, kind=link.kind)


def links_revoke(*, person: Person) -> int:
    """Make every link in earlier mails worthless, when somebody else may have them; returns how many."""
    return UnsubscribeLink.objects.filter(person=person).delete()[0]


def links_erase() -> int:
    """Forget links past UNSUBSCRIBE_LINK_LIFETIME; returns how many."""
    before = timezone.now() - settings.UNSUBSCRIBE_LINK_LIFETIME
    return UnsubscribeLink.objects.filter(created_at__lte=before).delete()[0]
