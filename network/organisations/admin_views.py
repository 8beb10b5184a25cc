"""Deciding about an application, in the Wagtail admin."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views import View

from network.accounts.models import User
from network.organisations import decisions
from network.organisations.duplicates import likely_duplicates
from network.organisations.forms import QuestionForm, RejectionForm
from network.organisations.models import OrganisationApplication
from network.organisations.permissions import may_decide_application


class ApplicationReviewView(View):
    """One application or claim: who they are, and the three answers the unit can give."""

    application: OrganisationApplication
    actor: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.application = get_object_or_404(
            OrganisationApplication.objects.verified().select_related(
                "place__district", "unit", "organisation", "claimed"
            ),
            pk=kwargs["pk"],
        )
        assert isinstance(request.user, User)  # the Wagtail admin lets nobody else in
        self.actor = request.user
        if not may_decide_application(self.actor, self.application):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            if "approve" in request.POST:
                decisions.application_approve(application=self.application, actor=self.actor)
                messages.success(request, _("Freigegeben. Die Ansprechperson bekommt eine E-Mail."))
            elif "ask" in request.POST:
                question = QuestionForm(request.POST)
                if not question.is_valid():
                    return self._page(question=question)
                decisions.application_ask(
                    application=self.application, actor=self.actor, question=question.cleaned_data["question"]
                )
                messages.success(request, _("Gefragt. Die Ansprechperson bekommt Ihre Frage per E-Mail."))
            else:
                form = RejectionForm(request.POST)
                if not form.is_valid():
                    return self._page(form=form)
                decisions.application_reject(
                    application=self.application, actor=self.actor, reason=form.cleaned_data["reason"]
                )
                messages.success(request, _("Abgelehnt. Die Ansprechperson bekommt Ihre Begründung."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("organisation_application_review", pk=pk)

    def _page(self, **forms: Form) -> HttpResponse:
        application = self.application
        likely = []
        if application.is_open and not application.claimed_id:
            likely = likely_duplicates(
                name=application.name, place=application.place, website=application.website, without=application
            )
        context = {"application": application, "form": RejectionForm(), "question": QuestionForm(), "likely": likely}
        return render(self.request, "organisations/admin/application_review.html", context | forms)
