"""Applying: an organisation, or somebody who claims one, writes, confirms the address and goes on by the link."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from network.accounts.models import Person
from network.messaging.rendering import offered_language
from network.messaging.services import message_enqueue
from network.organisations.enums import ApplicationState, OrganisationKind
from network.organisations.models import Organisation, OrganisationApplication
from network.organisations.selectors import representatives_of
from network.organisations.unit_rules import unit_for
from network.places.models import Postcode
from network.secret_links import secret_create, secret_digest
from network.units.models import EditorialUnit


@transaction.atomic
def application_submit(
    *,
    submission_key: UUID,
    kind: OrganisationKind,
    name: str,
    place: Postcode,
    contact_name: str,
    email: str,
    language: str,
    website: str = "",
    unit: EditorialUnit | None = None,
) -> OrganisationApplication:
    """Keep the application and mail its link. The unit sees nothing before the link was used.

    `submission_key` comes from the form: sending the same form twice gives the same application
    and one mail. `unit` is the applicant's wish, where the rules allow one.
    """
    existing = OrganisationApplication.objects.filter(submission_key=submission_key).first()
    if existing is not None:
        return existing
    application = OrganisationApplication.objects.open_for(email=email, name=name, place=place).first()
    if application is None:
        application = OrganisationApplication(
            kind=kind,
            name=name,
            place=place,
            website=website,
            contact_name=contact_name,
            email=email,
            unit=unit_for(kind, unit),
        )
    return _keep_and_mail(application, submission_key, language, "organisations/application_verify")


@transaction.atomic
def claim_submit(
    *,
    submission_key: UUID,
    organisation: Organisation,
    contact_name: str,
    email: str,
    claim_reason: str,
    language: str,
) -> OrganisationApplication:
    """Somebody wants to act for an organisation that is there. Nothing about it changes, nobody is told yet.

    The same path and one mail, whether the address is known here or not.
    """
    existing = OrganisationApplication.objects.filter(submission_key=submission_key).first()
    if existing is not None:
        return existing
    claim = OrganisationApplication.objects.unconfirmed_claim(organisation, email).first()
    if claim is None:
        claim = OrganisationApplication(
            claimed=organisation,
            kind=organisation.kind,
            name=organisation.name,
            place=organisation.place,
            unit=organisation.responsible_unit,
            email=email,
        )
    claim.contact_name, claim.claim_reason = contact_name, claim_reason
    return _keep_and_mail(claim, submission_key, language, "organisations/claim_verify")


def _keep_and_mail(
    application: OrganisationApplication, submission_key: UUID, language: str, template: str
) -> OrganisationApplication:
    """Save under a new link. Filled in once more because no mail came, perhaps in another language: the row stays."""
    application.submission_key, application.language = submission_key, language
    secret = link_renew(application, settings.APPLICATION_TOKEN_LIFETIME)
    application.save()
    message_enqueue(
        key=f"application:{application.pk}:verify:{submission_key}",
        template=template,
        to=application.email,
        language=language,
        context={
            "application": application,
            "link": link_for(application, "organisations:application_confirm", secret),
            "days": settings.APPLICATION_TOKEN_LIFETIME.days,
        },
        secret=True,
    )
    return application


def link_renew(application: OrganisationApplication, lifetime: timedelta) -> str:
    """A new secret for `application`, which the caller saves; the old link is worth nothing any more."""
    secret, application.token_digest = secret_create()
    application.token_expires_at = timezone.now() + lifetime
    return secret


def link_for(application: OrganisationApplication, route: str, *arguments: str) -> str:
    """A full address in the applicant's language, whoever causes the mail."""
    with translation.override(offered_language(application.language)):
        return settings.BASE_URL + reverse(route, args=arguments)


def desk_link(application: OrganisationApplication) -> str:
    """Where the unit decides about it."""
    return settings.BASE_URL + reverse("organisation_application_review", args=[application.pk])


def application_by_secret(secret: str, *, now: datetime | None = None) -> OrganisationApplication | None:
    """The application the link belongs to, or None when it is wrong, altered or past its time."""
    return (
        OrganisationApplication.objects.select_related("unit", "place__district", "claimed")
        .filter(token_digest=secret_digest(secret), token_expires_at__gt=now or timezone.now())
        .first()
    )


def application_link_has_expired(secret: str, *, now: datetime | None = None) -> bool:
    """The link was right once. Known only until the application is erased, which happens soon after."""
    return OrganisationApplication.objects.filter(
        token_digest=secret_digest(secret), token_expires_at__lte=now or timezone.now()
    ).exists()


@transaction.atomic
def application_verify(*, secret: str) -> OrganisationApplication | None:
    """The applicant opened the link and confirmed: hand the application to its unit.

    Confirming twice changes nothing. None when the link is not valid (any more).
    """
    application = application_by_secret(secret)
    if application is None:
        return None
    application = OrganisationApplication.objects.select_for_update().get(pk=application.pk)
    if application.state != ApplicationState.PENDING_VERIFICATION:
        return application
    application.state = ApplicationState.SUBMITTED
    application.verified_at = application.waiting_since = timezone.now()
    if application.claimed is not None:
        _representatives_tell(application, application.claimed)
    application.save(update_fields=["state", "verified_at", "waiting_since", "objections_until"])
    log(instance=application, action="organisations.verify")
    message_enqueue(
        key=f"application:{application.pk}:inbox",
        template="organisations/claim_inbox" if application.claimed_id else "organisations/application_inbox",
        to=application.unit.contact_email,
        language=settings.LANGUAGE_CODE,
        context={"application": application, "link": desk_link(application)},
    )
    return application


def _representatives_tell(claim: OrganisationApplication, organisation: Organisation) -> None:
    """Those who act for it today hear of the claim before anybody decides. The claimant learns nothing of them."""
    for person in representatives_of(organisation):
        address = _address_of(person)
        if not address:
            continue
        claim.objections_until = timezone.now() + settings.CLAIM_OBJECTION_PERIOD
        with translation.override(offered_language(person.preferred_language)):
            link = settings.BASE_URL + reverse("organisations:claim_object", args=[claim.pk])
        message_enqueue(
            key=f"application:{claim.pk}:representative:{person.pk}",
            template="organisations/claim_notice",
            to=address,
            language=person.preferred_language,
            context={"application": claim, "person": person, "link": link},
        )


def _address_of(person: Person) -> str:
    return person.user.email if person.user else person.email


@transaction.atomic
def application_amend(*, secret: str, details: dict[str, Any], answer: str = "") -> OrganisationApplication | None:
    """Go on with an application by its link: more about the organisation, and the answer to what the unit asked.

    `details` are columns of `OrganisationDetails` but the kind, empty for a claim. None when the link is not valid
    (any more) or the application is decided. Raises `ValidationError` for a question without an answer.
    """
    found = application_by_secret(secret)
    if found is None:
        return None
    application = OrganisationApplication.objects.select_for_update().get(pk=found.pk)
    if not application.is_open:
        return None
    many = {"languages", "topics"}
    for name, value in details.items():
        if name in many:
            getattr(application, name).set(value)
        else:
            setattr(application, name, value)
    if application.state == ApplicationState.NEEDS_INFO:
        if not answer:
            raise ValidationError({"answer": _("Bitte beantworten Sie die Frage.")})
        application.state, application.answer = ApplicationState.SUBMITTED, answer
        application.waiting_since, application.reminded_at = timezone.now(), None
        message_enqueue(
            key=f"application:{application.pk}:answered:{secret_digest(secret)[:12]}",
            template="organisations/application_answered",
            to=application.unit.contact_email,
            language=settings.LANGUAGE_CODE,
            context={"application": application, "link": desk_link(application)},
        )
    application.save()
    log(instance=application, action="organisations.amend")
    return application
