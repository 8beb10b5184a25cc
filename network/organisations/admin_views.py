"""Deciding about an application, in the Wagtail admin."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views import View

from network.accounts.models import User
from network.organisations import services
from network.organisations.forms import RejectionForm
from network.organisations.models import OrganisationApplication
from network.organisations.permissions import may_decide_application


class ApplicationReviewView(View):
    """One application: who they are, and the two answers the unit can give."""

    application: OrganisationApplication
    actor: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.application = get_object_or_404(
            OrganisationApplication.objects.verified().select_related("place__district", "unit", "organisation"),
            pk=kwargs["pk"],
        )
        assert isinstance(request.user, User)  # the Wagtail admin lets nobody else in
        self.actor = request.user
        if not may_decide_application(self.actor, self.application):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page(RejectionForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            if "approve" in request.POST:
                services.application_approve(application=self.application, actor=self.actor)
                messages.success(request, _("Freigegeben. Die Ansprechperson bekommt eine E-Mail."))
            else:
                form = RejectionForm(request.POST)
                if not form.is_valid():
                    return self._page(form)
                services.application_reject(
                    application=self.application, actor=self.actor, reason=form.cleaned_data["reason"]
                )
                messages.success(request, _("Abgelehnt. Die Ansprechperson bekommt Ihre Begründung."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("organisation_application_review", pk=pk)

    def _page(self, form: RejectionForm) -> HttpResponse:
        return render(
            self.request,
            "organisations/admin/application_review.html",
            {"application": self.application, "form": form},
        )
