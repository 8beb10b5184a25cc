"""The unit decides about applications and claims: takes in, asks back, declines, and is reminded."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from network.accounts.models import Person, User
from network.accounts.services import account_ensure
from network.messaging.services import message_enqueue
from network.organisations.applications import desk_link, link_for, link_renew
from network.organisations.enums import ApplicationState, MembershipRole, OrganisationState
from network.organisations.models import Membership, Organisation, OrganisationApplication
from network.organisations.permissions import may_decide_application, represents
from network.working_days import working_days_between


def _locked_open_application(application: OrganisationApplication, actor: User) -> OrganisationApplication:
    """The row under lock, when `actor` may decide it and nobody has yet.

    Raises PermissionDenied, or ValidationError when somebody was faster.
    """
    locked = (
        OrganisationApplication.objects.select_for_update(of=("self",))
        .select_related("unit", "place", "claimed")
        .get(pk=application.pk)
    )
    if not may_decide_application(actor, locked):
        raise PermissionDenied
    if not locked.is_open:
        raise ValidationError(
            _("Über diesen Antrag ist schon entschieden: %(state)s."),
            params={"state": locked.get_state_display()},
        )
    return locked


@transaction.atomic
def application_approve(*, application: OrganisationApplication, actor: User) -> Organisation:
    """Take the organisation in, or hand an existing one to the person who claims it; both become representatives.

    Raises PermissionDenied for another unit's editor, ValidationError when already decided, or when a claim's
    representatives still have time to object.
    """
    application = _locked_open_application(application, actor)
    organisation = _claimed(application) or _new_organisation(application)
    person = _representative(application)
    _make_representative(person, organisation)
    application.state = ApplicationState.APPROVED
    if not application.claimed_id:
        application.organisation = organisation
    application.decided_at = timezone.now()
    application.save(update_fields=["state", "organisation", "decided_at"])
    log(instance=application, action="organisations.approve", user=actor)
    message_enqueue(
        key=f"application:{application.pk}:approved",
        template="organisations/claim_approved" if application.claimed_id else "organisations/application_approved",
        to=application.email,
        language=application.language,
        context={
            "application": application,
            "person": person,
            "link": link_for(application, "account_request_login_code"),
        },
    )
    return organisation


def _claimed(application: OrganisationApplication) -> Organisation | None:
    """The organisation of a claim under lock, once nobody can object any more."""
    if application.claimed_id is None:
        return None
    if application.objections_until and application.objections_until > timezone.now() and not application.objection:
        raise ValidationError(
            _("Die Vertretung der Organisation kann noch bis %(day)s widersprechen. Bitte warten Sie so lange."),
            params={"day": date_format(timezone.localtime(application.objections_until), "DATE_FORMAT")},
        )
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=application.claimed_id)
    if organisation.state == OrganisationState.ERASED:
        raise ValidationError(_("Diese Organisation gibt es hier nicht mehr. Bitte lehnen Sie den Antrag ab."))
    return organisation


def _new_organisation(application: OrganisationApplication) -> Organisation:
    copied = ["kind", "name", "place", "website", "legal_form", "is_charitable", "founded_year", "size_class"]
    organisation = Organisation.objects.create(
        **{name: getattr(application, name) for name in [*copied, "description"]},
        responsible_unit=application.unit,
    )
    organisation.languages.set(application.languages.all())
    organisation.topics.set(application.topics.all())
    return organisation


def _make_representative(person: Person, organisation: Organisation) -> None:
    """A role as co-worker ends with today and stays visible as a former one."""
    if represents(person, organisation):
        return
    today = timezone.localdate()
    Membership.objects.filter(person=person, organisation=organisation, ended_on=None).update(ended_on=today)
    Membership.objects.create(person=person, organisation=organisation, role=MembershipRole.REPRESENTATIVE)


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
def application_ask(*, application: OrganisationApplication, actor: User, question: str) -> None:
    """Ask the applicant something. The mail carries a new link; with the answer the application is the unit's again.

    Raises PermissionDenied for another unit's editor, ValidationError when already decided.
    """
    application = _locked_open_application(application, actor)
    secret = link_renew(application, settings.APPLICATION_ANSWER_LIFETIME)
    application.state, application.question, application.answer = ApplicationState.NEEDS_INFO, question, ""
    application.save(update_fields=["state", "question", "answer", "token_digest", "token_expires_at"])
    log(instance=application, action="organisations.ask", user=actor)
    message_enqueue(
        key=f"application:{application.pk}:question:{application.token_digest[:12]}",
        template="organisations/application_question",
        to=application.email,
        language=application.language,
        context={
            "application": application,
            "link": link_for(application, "organisations:application_continue", secret),
            "days": settings.APPLICATION_ANSWER_LIFETIME.days,
        },
        secret=True,
    )


@transaction.atomic
def application_reject(*, application: OrganisationApplication, actor: User, reason: str) -> None:
    """Decline with a reason, which the applicant reads. A claimed organisation stays as it is.

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
        template="organisations/claim_rejected" if application.claimed_id else "organisations/application_rejected",
        to=application.email,
        language=application.language,
        context={"application": application},
    )


@transaction.atomic
def claim_object(*, application: OrganisationApplication, actor: Person, objection: str) -> None:
    """A representative says why the claim is wrong; the unit reads it and decides.

    Raises PermissionDenied for everybody else, ValidationError when already decided.
    """
    claim = OrganisationApplication.objects.select_for_update(of=("self",)).get(pk=application.pk)
    if claim.claimed is None or not represents(actor, claim.claimed):
        raise PermissionDenied
    if not claim.is_open:
        raise ValidationError(_("Darüber ist schon entschieden. Bitte schreiben Sie uns eine E-Mail."))
    claim.objection = objection
    claim.save(update_fields=["objection"])
    log(instance=claim, action="organisations.object", user=actor.user)
    message_enqueue(
        key=f"application:{claim.pk}:objection:{actor.pk}",
        template="organisations/claim_objection",
        to=claim.unit.contact_email,
        language=settings.LANGUAGE_CODE,
        context={"application": claim, "person": actor, "link": desk_link(claim)},
    )


def applications_remind() -> int:
    """Tell each unit once of what waits longer than APPLICATION_REMINDER_WORKING_DAYS; how many. Safe to run twice."""
    today, reminded = timezone.localdate(), 0
    waiting = OrganisationApplication.objects.filter(
        state=ApplicationState.SUBMITTED, reminded_at=None, waiting_since__isnull=False
    ).values_list("pk", "waiting_since")
    for pk, since in waiting:
        days = working_days_between(timezone.localdate(since), today) if since else 0
        if days >= settings.APPLICATION_REMINDER_WORKING_DAYS:
            reminded += _remind(pk, days)
    return reminded


@transaction.atomic
def _remind(pk: int, days: int) -> bool:
    """Under lock, so that two workers send one mail; the key holds even if our note of it were lost."""
    application = (
        OrganisationApplication.objects.select_for_update(of=("self",))
        .select_related("unit")
        .filter(pk=pk, state=ApplicationState.SUBMITTED, reminded_at=None)
        .first()
    )
    if application is None or application.waiting_since is None:
        return False
    application.reminded_at = timezone.now()
    application.save(update_fields=["reminded_at"])
    log(instance=application, action="organisations.remind")
    message_enqueue(
        key=f"application:{pk}:reminder:{application.waiting_since:%Y%m%d%H%M%S}",
        template="organisations/application_reminder",
        to=application.unit.contact_email,
        language=settings.LANGUAGE_CODE,
        context={"application": application, "days": days, "link": desk_link(application)},
    )
    return True


def applications_erase() -> int:
    """Delete what nobody confirmed in time, and what was declined long ago; how many. Safe to run twice.

    Art. 5 (1) e GDPR: kept no longer than the purpose needs. The applicant was told so on the form.
    """
    now = timezone.now()
    unconfirmed = Q(state=ApplicationState.PENDING_VERIFICATION, token_expires_at__lt=now)
    declined = Q(state=ApplicationState.REJECTED, decided_at__lt=now - settings.REJECTED_APPLICATION_RETENTION)
    erased, _per_model = OrganisationApplication.objects.filter(unconfirmed | declined).delete()
    return erased
