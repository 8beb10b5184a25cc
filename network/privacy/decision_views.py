"""My consents, my mails, and the link in a mail that ends its kind with one click."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, TemplateView

from network.privacy import consents, mail_preferences
from network.privacy.forms import MailPreferencesForm
from network.privacy.models import Consent
from network.privacy.views import OwnDataMixin


class ConsentsView(OwnDataMixin, TemplateView):
    """What I agreed to, when and in which words; a button takes it back."""

    template_name = "privacy/consents.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        withdrawn = Consent.objects.filter(person=self.person, withdrawn_at__isnull=False)
        return super().get_context_data(
            standings=consents.standings(self.person),
            withdrawn=[
                (consents.consent_purposes.get(row.purpose).title, row)
                for row in withdrawn
                if row.purpose in consents.consent_purposes.names()
            ],
            **kwargs,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        for action, do in (("give", self._give), ("withdraw", self._withdraw)):
            if action in request.POST:
                do(request.POST[action])
        return redirect("privacy:consents")

    def _give(self, code: str) -> None:
        try:
            consents.consent_give(person=self.person, code=code, language=get_language() or settings.LANGUAGE_CODE)
        except KeyError as error:
            raise Http404 from error
        messages.success(self.request, _("Danke. Ihre Einwilligung ist gespeichert."))

    def _withdraw(self, code: str) -> None:
        consents.consent_withdraw(person=self.person, code=code)
        messages.success(self.request, _("Ihre Einwilligung ist zurückgenommen. Das gilt ab sofort."))


class MailPreferencesView(OwnDataMixin, FormView[MailPreferencesForm]):
    """Which mails I want, and which come in any case."""

    template_name = "privacy/mails.html"
    form_class = MailPreferencesForm
    success_url = reverse_lazy("privacy:mails")

    def get_initial(self) -> dict[str, Any]:
        refused = mail_preferences.refused_kinds(self.person)
        return {"wanted": [kind.code for kind in mail_preferences.mail_kinds if kind.code not in refused]}

    def form_valid(self, form: MailPreferencesForm) -> HttpResponse:
        mail_preferences.preferences_set(person=self.person, wanted=frozenset(form.cleaned_data["wanted"]))
        messages.success(self.request, _("Gespeichert."))
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kinds=list(mail_preferences.mail_kinds), **kwargs)


@method_decorator(csrf_exempt, name="dispatch")  # mail providers send it, without our cookie (RFC 8058, section 3.2)
class UnsubscribeView(View):
    """GET shows a button, because scanners open links; POST unsubscribes, without signing in and without a redirect."""

    def get(self, request: HttpRequest, secret: str) -> HttpResponse:
        link = mail_preferences.link_find(secret)
        return self._refused(request) if link is None else self._page(request, link.kind, done=False)

    def post(self, request: HttpRequest, secret: str) -> HttpResponse:
        link = mail_preferences.link_find(secret)
        if link is None:
            return self._refused(request)
        mail_preferences.unsubscribe(link=link)
        return self._page(request, link.kind, done=True)

    def _page(self, request: HttpRequest, code: str, *, done: bool) -> HttpResponse:
        kind = next((kind for kind in mail_preferences.mail_kinds if kind.code == code), None)
        return render(request, "privacy/unsubscribe.html", {"kind": kind, "done": done})

    def _refused(self, request: HttpRequest) -> HttpResponse:
        return render(request, "privacy/link_refused.html", {"contact": settings.CONTACT_EMAIL}, status=404)
