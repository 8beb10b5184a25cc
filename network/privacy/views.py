"""My account: everything about me in one place, what is stored, correcting and erasing it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import FormView, TemplateView

from network.accounts.models import Person
from network.accounts.permissions import person_of
from network.privacy import services
from network.privacy.forms import ErasureForm, NameForm
from network.privacy.fresh_sign_in import FreshSignInMixin
from network.privacy.models import ErasureRequest
from network.privacy.ports import Retention, personal_data
from network.privacy.selectors import stored_about, stored_as_json


class OwnDataMixin(LoginRequiredMixin):
    """For people about themselves. An account without a person is told whom to ask. No copy stays in any cache."""

    person: Person

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        person = person_of(request.user)
        if request.user.is_authenticated and person is None:
            return render(request, "privacy/no_person.html", {"contact": settings.CONTACT_EMAIL}, status=403)
        if person is not None:
            self.person = person
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response


class AccountView(LoginRequiredMixin, TemplateView):
    """All pages of the account, each with a sentence."""

    template_name = "privacy/account.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = person_of(self.request.user)
        pending = ErasureRequest.objects.open().filter(person=person).first() if person else None
        return super().get_context_data(person=person, pending=pending, **kwargs)


class NameView(OwnDataMixin, FormView[NameForm]):
    """Correct one's name."""

    template_name = "privacy/name.html"
    form_class = NameForm
    success_url = reverse_lazy("privacy:account")

    def get_initial(self) -> dict[str, Any]:
        return {"name": self.person.name}

    def form_valid(self, form: NameForm) -> HttpResponse:
        services.person_rename(person=self.person, name=form.cleaned_data["name"])
        messages.success(self.request, _("Gespeichert. Ihr Name ist geändert."))
        return super().form_valid(form)


# --- What is stored -----------------------------------------------------------------------------------------
class DataView(OwnDataMixin, FreshSignInMixin, TemplateView):
    """Everything stored about me, to read."""

    template_name = "privacy/data.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sections=stored_about(self.person), **kwargs)


class DataFileView(OwnDataMixin, FreshSignInMixin, View):
    """The same as a file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest) -> HttpResponse:
        answer = JsonResponse(stored_as_json(self.person), json_dumps_params={"ensure_ascii": False, "indent": 2})
        answer.headers["Content-Disposition"] = 'attachment; filename="daten.json"'
        return answer


class SignInAgainView(LoginRequiredMixin, TemplateView):
    """Whoever has neither password nor code app proves who they are with a new code by mail."""

    template_name = "privacy/sign_in_again.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(next=self._next(), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        target = self._next()
        logout(request)
        return redirect(f"{reverse('account_request_login_code')}?{urlencode({'next': target})}")

    def _next(self) -> str:
        """Where they were going; nowhere else but on this site."""
        target = self.request.POST.get("next") or self.request.GET.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(target, allowed_hosts={self.request.get_host()})
        return target if is_ours else reverse("privacy:account")


# --- Erasure ------------------------------------------------------------------------------------------------
class ErasureView(OwnDataMixin, FreshSignInMixin, FormView[ErasureForm]):
    """Ask to be erased: what goes, what stays and why, and until when one may change one's mind."""

    template_name = "privacy/erasure.html"
    form_class = ErasureForm
    success_url = reverse_lazy("privacy:account")

    def form_valid(self, form: ErasureForm) -> HttpResponse:
        try:
            services.erasure_ask(person=self.person, asked_by=self.person)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        messages.success(
            self.request, _("Wir haben Ihnen eine E-Mail geschickt. Darin steht, wie Sie es zurücknehmen.")
        )
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        retained: list[Retention] = [rule for provider in personal_data for rule in provider.retains]
        pending = ErasureRequest.objects.open().filter(person=self.person).first()
        return super().get_context_data(retained=retained, pending=pending, days=settings.ERASURE_GRACE.days, **kwargs)


class ErasureWithdrawView(OwnDataMixin, View):
    """Take one's request back, signed in."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        pending = ErasureRequest.objects.open().filter(person=self.person).first()
        if pending is not None and services.erasure_withdraw(request=pending):
            messages.success(request, _("Zurückgenommen. Ihre Daten bleiben."))
        return redirect("privacy:account")


class ErasureWithdrawByLinkView(View):
    """The link from the mail. Opening it shows a button, because mail scanners open links too."""

    def get(self, request: HttpRequest, secret: str) -> HttpResponse:
        pending = services.erasure_by_secret(secret)
        if pending is None:
            return self._refused(request)
        return render(request, "privacy/erasure_withdraw.html", {"pending": pending})

    def post(self, request: HttpRequest, secret: str) -> HttpResponse:
        pending = services.erasure_by_secret(secret)
        if pending is None or not services.erasure_withdraw(request=pending):
            return self._refused(request)
        return render(request, "privacy/erasure_withdrawn.html")

    def _refused(self, request: HttpRequest) -> HttpResponse:
        return render(request, "privacy/link_refused.html", {"contact": settings.CONTACT_EMAIL}, status=404)
