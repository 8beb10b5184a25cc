"""allauth's sign-in with a code by mail, on one page, with the way to where one wanted to go kept at every step."""

from typing import Any

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.accounts.forms import CODE_PAUSE, TOO_OFTEN
from network.kept_forms import TOO_MANY


class RequestCodeView(RequestLoginCodeView):
    """Ask for a code. Shown by itself only when the address is refused; else one asks on the sign-in page."""

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        if form.has_error("email", TOO_OFTEN):  # RFC 6585, section 4
            response.status_code = TOO_MANY
            response.headers["Retry-After"] = str(CODE_PAUSE)
        return response


class EnterCodeByMailView(ConfirmLoginCodeView):
    """Enter the code that a mail brought. allauth forgets `next` when a sign-in has to be begun anew."""

    _process: LoginCodeVerificationProcess

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        if response.headers.get("Location") == reverse("account_request_login_code"):
            return redirect(self._anew())  # no code was asked for, or it is too old
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        if self._action == "resend":  # nothing else on the page would show that something happened
            messages.success(self.request, _("Wir haben Ihnen einen neuen Code geschickt."))
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        if self._process.record_invalid_attempt():
            return self.render_to_response(self.get_context_data(form=form))
        messages.error(self.request, _("Der Code war dreimal falsch. Lassen Sie sich einen neuen schicken."))
        return redirect(self._anew())

    def _anew(self) -> str:
        """The usual sign-in page, from which one comes to the same place."""
        address: str = self.passthrough_next_url(reverse("account_login"))
        return address
