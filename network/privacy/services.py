"""Correcting what is stored, and erasing a person after a time to think it over."""

from datetime import datetime

import structlog
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.log_actions import log as log_action

from network.accounts.models import Person
from network.messaging.rendering import offered_language
from network.messaging.services import message_enqueue
from network.privacy.models import ErasureRequest
from network.privacy.ports import personal_data
from network.privacy.selectors import objections_to_erasing, subject_of
from network.secret_links import secret_create, secret_digest

log = structlog.get_logger(__name__)


@transaction.atomic
def person_rename(*, person: Person, name: str) -> None:
    """Correct one's own name (Art. 16 GDPR). The same name again writes nothing."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if locked.name == name:
        return
    locked.name = name
    locked.save(update_fields=["name"])
    log_action(locked, "privacy.rename", user=locked.user)


# --- Erasure --------------------------------------------------------------------------------------------
@transaction.atomic
def erasure_ask(*, person: Person, asked_by: Person) -> ErasureRequest:
    """Note that `person` wants to be erased, and mail whoever asked a link that takes it back. Twice is once.

    The caller asks the permission: people ask for themselves, an upper slice decides who may ask for whom.
    Raises ValidationError, in words, when the person is still needed, and then nothing has changed.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    known = ErasureRequest.objects.open().filter(person=person).first()
    if known is not None:
        return known
    objections = objections_to_erasing(person)
    if objections:
        raise ValidationError(objections)
    secret, digest = secret_create()
    request = ErasureRequest.objects.create(
        person=person, asked_by=asked_by, token_digest=digest, due_at=timezone.now() + settings.ERASURE_GRACE
    )
    log_action(request, "privacy.ask_erasure", user=asked_by.user)
    address = asked_by.user.email if asked_by.user else asked_by.email
    language = offered_language(asked_by.preferred_language)
    with translation.override(language):
        link = settings.BASE_URL + reverse("privacy:erasure_withdraw_by_link", args=[secret])
    message_enqueue(
        key=f"erasure:{request.pk}:asked",
        template="privacy/erasure_asked",
        to=address,
        language=language,
        context={"person": person, "reader": asked_by, "due_at": request.due_at, "link": link},
    )
    return request


def erasure_by_secret(secret: str) -> ErasureRequest | None:
    """The open request that the link from the mail belongs to."""
    found = ErasureRequest.objects.open().filter(token_digest=secret_digest(secret))
    return found.select_related("person").first()


@transaction.atomic
def erasure_withdraw(*, request: ErasureRequest) -> bool:
    """Take the request back; False when it was too late or done already. The caller knows who may."""
    open_one = ErasureRequest.objects.open().select_for_update(of=("self",)).filter(pk=request.pk).first()
    if open_one is None:
        return False
    open_one.withdrawn_at = timezone.now()
    open_one.save(update_fields=["withdrawn_at"])
    log_action(open_one, "privacy.withdraw_erasure", user=open_one.asked_by.user if open_one.asked_by else None)
    return True


@transaction.atomic
def person_erase(*, request: ErasureRequest, now: datetime | None = None) -> dict[str, int]:
    """Carry out one due request: every provider forgets the person. Returns what had to stay, by rule.

    Running twice changes nothing: the second finds no open request. Raises ValidationError when the person has
    become the last one an organisation needs.
    """
    due = ErasureRequest.objects.due(now or timezone.now()).select_for_update(of=("self",)).filter(pk=request.pk)
    locked = due.select_related("person__user").first()
    if locked is None or locked.person is None:
        return {}
    objections = objections_to_erasing(locked.person)
    if objections:
        raise ValidationError(objections)
    subject = subject_of(locked.person)
    erased: dict[str, int] = {}
    kept: dict[str, int] = {}
    for name, provider in zip(personal_data.names(), personal_data, strict=True):
        outcome = provider.erase(subject)
        erased[name] = outcome.erased
        kept |= outcome.kept
    locked.person, locked.asked_by, locked.erased_at = None, None, timezone.now()
    locked.save(update_fields=["person", "asked_by", "erased_at"])
    log_action(locked, "privacy.erase", data={"erased": erased, "kept": kept})
    log.info("privacy.erased", request=locked.pk)
    return kept


def people_erase() -> int:
    """Erase everybody whose time has come, one person a transaction; returns how many."""
    done = 0
    for request in ErasureRequest.objects.due(timezone.now()):
        try:
            person_erase(request=request)
        except ValidationError:
            # Stays open and is tried again: the unit finds a successor meanwhile.
            log.warning("privacy.erasure_waits", request=request.pk)
        else:
            done += 1
    return done
