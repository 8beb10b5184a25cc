"""Joining: applying, claiming an organisation that is there, confirming and going on by the link in the mail."""

from typing import Any

from allauth.core import ratelimit
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView

from network.accounts.models import User
from network.accounts.permissions import person_of
from network.kept_forms import KeptFormView
from network.organisations import applications, decisions
from network.organisations.duplicates import likely_duplicates
from network.organisations.enums import ApplicationState, OrganisationKind, OrganisationState
from network.organisations.forms import ApplicationForm, ClaimForm, ContinueForm, ObjectionForm
from network.organisations.models import Organisation, OrganisationApplication
from network.organisations.permissions import may_object
from network.organisations.views import MemberRequiredMixin

PREFILL = "prefill"
"""Name of the button "Das sind wir" on the page of likely duplicates; what was typed there goes on into the claim."""


def within_mail_limits(request: HttpRequest, email: str) -> bool:
    """Few applications and claims from one connection and account, and fewer mails to one address
    (settings.ACCOUNT_RATE_LIMITS)."""
    if not ratelimit.consume(request, action="application"):
        return False
    if isinstance(request.user, User) and not ratelimit.consume(
        request, action="application_account", key=str(request.user.pk)
    ):
        return False
    return bool(ratelimit.consume(request, action="application_mail", key=email.lower()))


class ApplyView(KeptFormView[ApplicationForm]):
    """Everybody may apply; no account needed. Who looks like somebody already there is asked first."""

    template_name = "organisations/apply.html"
    form_class = ApplicationForm
    draft_name = "apply"  # as in apply_sent.html, which lets the device forget it

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "edit" in request.POST and not self.refusal:  # back from the likely duplicates
            form = ApplicationForm(request.POST)
            form.is_valid()
            return self.render_to_response(self.get_context_data(form=form))
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: ApplicationForm) -> HttpResponse:
        data = form.cleaned_data
        if "different" not in self.request.POST:
            if not ratelimit.consume(self.request, action="application_search"):
                return self._too_many(form)
            likely = likely_duplicates(name=data["name"], place=data["place"], website=data["website"])
            if likely:
                return render(self.request, "organisations/apply_duplicates.html", {"form": form, "likely": likely})
        if not within_mail_limits(self.request, data["email"]):
            return self._too_many(form)
        applications.application_submit(
            submission_key=data["submission_key"],
            kind=OrganisationKind(data["kind"]),
            name=data["name"],
            place=data["place"],
            contact_name=data["contact_name"],
            email=data["email"],
            language=get_language() or "de",
            website=data["website"],
            unit=data.get("unit"),
        )
        return redirect("organisations:apply_sent")

    def _too_many(self, form: ApplicationForm) -> HttpResponse:
        return self.too_often(
            form, _("Von hier kamen gerade viele Anträge. Bitte senden Sie in einer Stunde noch einmal ab.")
        )


class ApplySentView(TemplateView):
    """Says the same to everybody: look into your mailbox."""

    template_name = "organisations/apply_sent.html"


class ClaimView(KeptFormView[ClaimForm]):
    """Everybody may ask for access to an organisation that is there; who acts for it today is not shown."""

    template_name = "organisations/claim.html"
    form_class = ClaimForm
    draft_name = "claim"  # as in apply_sent.html
    organisation: Organisation

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        there = Organisation.objects.exclude(state=OrganisationState.ERASED).select_related("place")
        self.organisation = get_object_or_404(there, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if PREFILL in request.POST and not self.refusal:
            typed = {name: request.POST.get(name, "") for name in ("contact_name", "email")}
            return self.render_to_response(self.get_context_data(form=ClaimForm(initial=typed)))
        return super().post(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        person = person_of(self.request.user)
        if person is None or person.user is None:
            return {}
        return {"contact_name": person.name, "email": person.user.email}

    def form_valid(self, form: ClaimForm) -> HttpResponse:
        data = form.cleaned_data
        if not within_mail_limits(self.request, data["email"]):
            return self.too_often(
                form, _("Von hier kamen gerade viele Anträge. Bitte senden Sie in einer Stunde noch einmal ab.")
            )
        applications.claim_submit(
            submission_key=data["submission_key"],
            organisation=self.organisation,
            contact_name=data["contact_name"],
            email=data["email"],
            claim_reason=data["claim_reason"],
            language=get_language() or "de",
        )
        return redirect("organisations:apply_sent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(organisation=self.organisation, **kwargs)


def link_refused(request: HttpRequest, secret: str) -> HttpResponse:
    """410 for a link that was right and is past its time, 404 for any other."""
    has_expired = applications.application_link_has_expired(secret)
    return render(
        request,
        "organisations/application_link_refused.html",
        {"has_expired": has_expired},
        status=410 if has_expired else 404,
    )


class ApplicationConfirmView(View):
    """The link from the mail. Opening it shows a button, because mail scanners open links too."""

    def get(self, request: HttpRequest, secret: str) -> HttpResponse:
        application = applications.application_by_secret(secret)
        if application is None:
            return link_refused(request, secret)
        done = application.state != ApplicationState.PENDING_VERIFICATION
        return render(
            request,
            "organisations/application_confirmed.html" if done else "organisations/application_confirm.html",
            {"application": application, "secret": secret},
        )

    def post(self, request: HttpRequest, secret: str) -> HttpResponse:
        application = applications.application_verify(secret=secret)
        if application is None:
            return link_refused(request, secret)
        return render(
            request, "organisations/application_confirmed.html", {"application": application, "secret": secret}
        )


class ApplicationContinueView(KeptFormView[ContinueForm]):
    """By the link in a mail: answer the unit's question, and tell more about the organisation, or not."""

    template_name = "organisations/application_continue.html"
    form_class = ContinueForm
    draft_name = "application"  # as in application_confirmed.html
    application: OrganisationApplication

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        application = applications.application_by_secret(kwargs["secret"])
        if application is None:
            return link_refused(request, kwargs["secret"])
        if application.state == ApplicationState.PENDING_VERIFICATION:
            return redirect("organisations:application_confirm", kwargs["secret"])
        if not application.is_open or (application.claimed_id and application.state != ApplicationState.NEEDS_INFO):
            return self._done(application)
        self.application = application
        return super().dispatch(request, *args, **kwargs)

    def _done(self, application: OrganisationApplication) -> HttpResponse:
        return render(
            self.request,
            "organisations/application_confirmed.html",
            {"application": application, "secret": self.kwargs["secret"], "is_amended": True},
        )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"application": self.application}

    def get_initial(self) -> dict[str, Any]:
        row = self.application
        names = ["name", "legal_form", "founded_year", "size_class", "website", "description"]
        charitable = {True: "1", False: "0", None: ""}[row.is_charitable]
        return {name: getattr(row, name) for name in names} | {
            "is_charitable": charitable,
            "topics": row.topics.all(),
            "languages": row.languages.all(),
        }

    def form_valid(self, form: ContinueForm) -> HttpResponse:
        details = dict(form.cleaned_data)
        try:
            application = applications.application_amend(
                secret=self.kwargs["secret"], answer=details.pop("answer", ""), details=details
            )
        except ValidationError as error:  # the question came while the form was open
            return self.shown_again(form, " ".join(error.messages), status=200)
        if application is None:
            return link_refused(self.request, self.kwargs["secret"])
        return self._done(application)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(application=self.application, **kwargs)


class ClaimObjectView(MemberRequiredMixin, KeptFormView[ObjectionForm]):
    """A representative reads who wants to act for their organisation, and may object."""

    template_name = "organisations/claim_object.html"
    form_class = ObjectionForm
    claim: OrganisationApplication

    @property
    def draft_name(self) -> str:
        return f"claim-{self.claim.pk}"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        person = person_of(request.user)
        if person is not None:
            claims = OrganisationApplication.objects.verified().select_related("claimed", "unit")
            self.claim = get_object_or_404(claims, pk=kwargs["pk"], claimed__isnull=False)
            if not may_object(person, self.claim):
                raise Http404  # whether there is one is nobody else's business
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ObjectionForm) -> HttpResponse:
        decisions.claim_object(application=self.claim, actor=self.person, objection=form.cleaned_data["objection"])
        self.note_arrival(_("Danke. Ihr Einwand ist angekommen. Wir melden uns bei Ihnen."))
        return redirect("organisations:home")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(claim=self.claim, **kwargs)
