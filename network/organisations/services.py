"""Joining the network: an organisation applies, confirms its address, its unit decides."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from network.accounts.models import Person, User
from network.accounts.services import account_ensure
from network.messaging.rendering import offered_language
from network.messaging.services import message_enqueue
from network.organisations.enums import (
    UNIT_CODE_BY_KIND,
    ApplicationState,
    MembershipRole,
    OrganisationKind,
)
from network.organisations.models import Membership, Organisation, OrganisationApplication
from network.organisations.permissions import may_decide_application, represents
from network.places.models import Postcode
from network.secret_links import secret_create, secret_digest
from network.units.models import EditorialUnit


def unit_for(kind: str) -> EditorialUnit:
    """The unit that looks after organisations of this kind."""
    return EditorialUnit.objects.get(code=UNIT_CODE_BY_KIND[kind])


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
) -> OrganisationApplication:
    """Keep the application and mail its link. The unit sees nothing before the link was used.

    `submission_key` comes from the form: sending the same form twice gives the same application
    and one mail.
    """
    existing = OrganisationApplication.objects.filter(submission_key=submission_key).first()
    if existing is not None:
        return existing
    secret, digest = secret_create()
    expires_at = timezone.now() + settings.APPLICATION_TOKEN_LIFETIME
    application = OrganisationApplication.objects.open_for(email=email, name=name, place=place).first()
    if application is not None:
        # Filled in once more because no mail came, perhaps in another language: the same application, a new link.
        application.submission_key, application.language = submission_key, language
        application.token_digest, application.token_expires_at = digest, expires_at
        application.save(update_fields=["submission_key", "language", "token_digest", "token_expires_at"])
    else:
        application = OrganisationApplication.objects.create(
            submission_key=submission_key,
            kind=kind,
            name=name,
            place=place,
            contact_name=contact_name,
            email=email,
            language=language,
            unit=unit_for(kind),
            token_digest=digest,
            token_expires_at=expires_at,
        )
    with translation.override(offered_language(language)):
        link = settings.BASE_URL + reverse("organisations:application_confirm", args=[secret])
    message_enqueue(
        key=f"application:{application.pk}:verify:{submission_key}",
        template="organisations/application_verify",
        to=email,
        language=language,
        context={
            "application": application,
            "link": link,
            "days": settings.APPLICATION_TOKEN_LIFETIME.days,
        },
        secret=True,
    )
    return application


def application_by_secret(secret: str, *, now: datetime | None = None) -> OrganisationApplication | None:
    """The application the link belongs to, or None when it is wrong, altered or past its time."""
    return (
        OrganisationApplication.objects.select_related("unit", "place__district")
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
    application.verified_at = timezone.now()
    application.save(update_fields=["state", "verified_at"])
    log(instance=application, action="organisations.verify")
    message_enqueue(
        key=f"application:{application.pk}:inbox",
        template="organisations/application_inbox",
        to=application.unit.contact_email,
        language=settings.LANGUAGE_CODE,
        context={
            "application": application,
            "link": settings.BASE_URL + reverse("organisation_application_review", args=[application.pk]),
        },
    )
    return application


def _locked_open_application(application: OrganisationApplication, actor: User) -> OrganisationApplication:
    """The row under lock, when `actor` may decide it and nobody has yet.

    Raises PermissionDenied, or ValidationError when somebody was faster.
    """
    locked = (
        OrganisationApplication.objects.select_for_update(of=("self",))
        .select_related("unit", "place")
        .get(pk=application.pk)
    )
    if not may_decide_application(actor, locked):
        raise PermissionDenied
    if locked.state != ApplicationState.SUBMITTED:
        raise ValidationError(
            _("Über diesen Antrag ist schon entschieden: %(state)s."),
            params={"state": locked.get_state_display()},
        )
    return locked


@transaction.atomic
def application_approve(*, application: OrganisationApplication, actor: User) -> Organisation:
    """Take the organisation in; the contact person becomes its representative with an account.

    Raises PermissionDenied for another unit's editor, ValidationError when already decided.
    """
    application = _locked_open_application(application, actor)
    organisation = Organisation.objects.create(
        kind=application.kind,
        name=application.name,
        place=application.place,
        responsible_unit=application.unit,
    )
    person = _representative(application)
    Membership.objects.create(person=person, organisation=organisation, role=MembershipRole.REPRESENTATIVE)
    application.state = ApplicationState.APPROVED
    application.organisation = organisation
    application.decided_at = timezone.now()
    application.save(update_fields=["state", "organisation", "decided_at"])
    log(instance=application, action="organisations.approve", user=actor)
    with translation.override(offered_language(application.language)):  # the editor who decides reads German
        link = settings.BASE_URL + reverse("account_request_login_code")
    message_enqueue(
        key=f"application:{application.pk}:approved",
        template="organisations/application_approved",
        to=application.email,
        language=application.language,
        context={
            "application": application,
            "person": person,
            "link": link,
        },
    )
    return organisation


def _representative(application: OrganisationApplication) -> Person:
    """The person of the verified address: an existing account keeps its person."""
    existing = Person.objects.filter(user__email__iexact=application.email).first()
    if existing is not None:
        return existing
    person = Person.objects.create(
        name=application.contact_name,
        email=application.email,
        preferred_language=application.language,
    )
    user = account_ensure(person=person, email=application.email)
    return Person.objects.get(user=user)


@transaction.atomic
def application_reject(*, application: OrganisationApplication, actor: User, reason: str) -> None:
    """Decline with a reason, which the applicant reads.

    Raises PermissionDenied for another unit's editor, ValidationError when already decided.
    """
    application = _locked_open_application(application, actor)
    application.state = ApplicationState.REJECTED
    application.reason = reason
    application.decided_at = timezone.now()
    application.save(update_fields=["state", "reason", "decided_at"])
    log(instance=application, action="organisations.reject", user=actor)
    message_enqueue(
        key=f"application:{application.pk}:rejected",
        template="organisations/application_rejected",
        to=application.email,
        language=application.language,
        context={"application": application},
    )


def applications_erase() -> int:
    """Delete what nobody confirmed in time, and what was declined long ago; how many. Safe to run twice.

    Art. 5 (1) e GDPR: kept no longer than the purpose needs. The applicant was told so on the form.
    """
    now = timezone.now()
    unconfirmed = Q(state=ApplicationState.PENDING_VERIFICATION, token_expires_at__lt=now)
    declined = Q(state=ApplicationState.REJECTED, decided_at__lt=now - settings.REJECTED_APPLICATION_RETENTION)
    erased, _per_model = OrganisationApplication.objects.filter(unconfirmed | declined).delete()
    return erased


@transaction.atomic
def colleague_add(*, actor: Person, organisation: Organisation, name: str) -> Person:
    """Add somebody without an account, for whom the organisation's representatives act.

    The same name again is the same colleague, so that a form sent twice makes no double. Raises
    PermissionDenied when `actor` does not represent `organisation`.
    """
    if not represents(actor, organisation):
        raise PermissionDenied
    Organisation.objects.select_for_update().get(pk=organisation.pk)  # two forms at once: one colleague
    existing = Person.objects.filter(
        name__iexact=name,
        user__isnull=True,
        memberships__in=Membership.objects.running().filter(organisation=organisation),
    ).first()
    if existing is not None:
        return existing
    person = Person.objects.create(name=name, preferred_language=actor.preferred_language)
    Membership.objects.create(person=person, organisation=organisation, role=MembershipRole.COWORKER)
    log(instance=organisation, action="organisations.add_colleague", user=actor.user)
    return person
