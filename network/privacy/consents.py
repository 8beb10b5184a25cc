"""Consents: a catalogue of purposes in code, each wording with its version, and what people said to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from wagtail.log_actions import log

from network.accounts.models import Person
from network.privacy.models import Consent
from network.registry import Registry


@dataclass(frozen=True)
class Purpose:
    """Something that is done only with consent (Art. 6 (1) a GDPR).

    `wordings` by version, the newest last. An old one stays here as long as somebody has agreed to it: their page
    shows the words they agreed to. Information is no consent and has no place here.
    """

    code: str
    title: str | Promise
    wordings: Mapping[str, str | Promise]

    @property
    def newest(self) -> str:
        return list(self.wordings)[-1]


consent_purposes: Registry[Purpose] = Registry("consent_purposes")


@dataclass(frozen=True)
class Standing:
    """Where one person stands with one purpose: the words they agreed to, or those they would agree to."""

    purpose: Purpose
    consent: Consent | None
    wording: str | Promise


def standings(person: Person) -> list[Standing]:
    """Every purpose there is, in one query."""
    valid = {consent.purpose: consent for consent in Consent.objects.valid().filter(person=person)}
    found = []
    for purpose in consent_purposes:
        consent = valid.get(purpose.code)
        version = consent.wording_version if consent else purpose.newest
        found.append(Standing(purpose, consent, purpose.wordings.get(version, "")))
    return found


def has_consented(person: Person, code: str) -> bool:
    """Whether `person` agrees now. Never remembered: a withdrawal holds at once."""
    return Consent.objects.valid().filter(person=person, purpose=code).exists()


@transaction.atomic
def consent_give(*, person: Person, code: str, language: str) -> Consent:
    """Note a yes to the newest wording, shown in `language`. Twice is once. Raises KeyError for an unknown purpose."""
    purpose = consent_purposes.get(code)
    Person.objects.select_for_update().get(pk=person.pk)
    known = Consent.objects.valid().filter(person=person, purpose=code).first()
    if known is not None:
        return known
    consent = Consent.objects.create(person=person, purpose=code, wording_version=purpose.newest, language=language)
    log(instance=consent, action="privacy.consent", user=person.user)
    return consent


@transaction.atomic
def consent_withdraw(*, person: Person, code: str) -> None:
    """Take a consent back; at once, and as easily as it was given (Art. 7 (3) GDPR). Twice is once."""
    consent = Consent.objects.valid().select_for_update().filter(person=person, purpose=code).first()
    if consent is None:
        return
    consent.withdrawn_at = timezone.now()
    consent.save(update_fields=["withdrawn_at"])
    log(instance=consent, action="privacy.withdraw_consent", user=person.user)
