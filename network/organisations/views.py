"""Joining, and the members' home."""

from typing import Any

from allauth.core import ratelimit
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView

from network.accounts.models import Person
from network.accounts.permissions import person_of
from network.kept_forms import KeptFormView
from network.organisations import services
from network.organisations.enums import ApplicationState, OrganisationKind
from network.organisations.forms import ApplicationForm, ColleagueForm
from network.organisations.models import Organisation
from network.organisations.permissions import represents
from network.organisations.ports import home_panels
from network.organisations.selectors import own_organisations


class ApplyView(KeptFormView[ApplicationForm]):
    """Everybody may apply; no account needed."""

    template_name = "organisations/apply.html"
    form_class = ApplicationForm
    draft_name = "apply"  # as in apply_sent.html, which lets the device forget it

    def form_valid(self, form: ApplicationForm) -> HttpResponse:
        data = form.cleaned_data
        if not self._is_within_limits(data["email"]):
            return self.too_often(
                form, _("Von hier kamen gerade viele Anträge. Bitte senden Sie in einer Stunde noch einmal ab.")
            )
        services.application_submit(
            submission_key=data["submission_key"],
            kind=OrganisationKind(data["kind"]),
            name=data["name"],
            place=data["place"],
            contact_name=data["contact_name"],
            email=data["email"],
            language=get_language() or "de",
        )
        return redirect("organisations:apply_sent")

    def _is_within_limits(self, email: str) -> bool:
        """Few applications from one connection, and fewer mails to one address (settings.ACCOUNT_RATE_LIMITS)."""
        return ratelimit.consume(self.request, action="application") and ratelimit.consume(
            self.request, action="application_mail", key=email.lower()
        )


class ApplySentView(TemplateView):
    """Says the same to everybody: look into your mailbox."""

    template_name = "organisations/apply_sent.html"


class ApplicationConfirmView(View):
    """The link from the mail. Opening it shows a button, because mail scanners open links too."""

    def get(self, request: HttpRequest, secret: str) -> HttpResponse:
        application = services.application_by_secret(secret)
        if application is None:
            return self._refused(request, secret)
        done = application.state != ApplicationState.PENDING_VERIFICATION
        return render(
            request,
            "organisations/application_confirmed.html" if done else "organisations/application_confirm.html",
            {"application": application},
        )

    def post(self, request: HttpRequest, secret: str) -> HttpResponse:
        application = services.application_verify(secret=secret)
        if application is None:
            return self._refused(request, secret)
        return render(request, "organisations/application_confirmed.html", {"application": application})

    def _refused(self, request: HttpRequest, secret: str) -> HttpResponse:
        """410 for a link that was right and is past its time, 404 for any other."""
        has_expired = services.application_link_has_expired(secret)
        return render(
            request,
            "organisations/application_link_refused.html",
            {"has_expired": has_expired},
            status=410 if has_expired else 404,
        )


class MemberRequiredMixin(LoginRequiredMixin):
    """For signed-in people. A bare account without a person gets the members' home, which explains."""

    person: Person

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        person = person_of(request.user)
        if request.user.is_authenticated and person is None:
            return render(request, "organisations/no_person.html", status=403)
        if person is not None:
            self.person = person
        return super().dispatch(request, *args, **kwargs)


class HomeView(MemberRequiredMixin, TemplateView):
    """What is next for me and mine."""

    template_name = "organisations/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        panels = [panel for build in home_panels if (panel := build(self.person)) is not None]
        return super().get_context_data(
            person=self.person, panels=panels, own_organisations=own_organisations(self.person), **kwargs
        )


class ColleagueAddView(MemberRequiredMixin, KeptFormView[ColleagueForm]):
    """A representative names somebody of their organisation who has no account."""

    template_name = "organisations/colleague_add.html"
    form_class = ColleagueForm
    organisation: Organisation

    @property
    def draft_name(self) -> str:
        return f"colleague-{self.organisation.pk}"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        person = person_of(request.user)
        if person is not None:
            self.organisation = get_object_or_404(Organisation, pk=kwargs["pk"])
            if not represents(person, self.organisation):
                raise Http404  # whether it exists is nobody else's business
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ColleagueForm) -> HttpResponse:
        colleague = services.colleague_add(
            actor=self.person, organisation=self.organisation, name=form.cleaned_data["name"]
        )
        self.note_arrival(_("%(name)s gehört jetzt zu Ihren Leuten.") % {"name": colleague.name})
        return redirect("organisations:home")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(organisation=self.organisation, **kwargs)
