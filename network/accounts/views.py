"""allauth's pages about the second factor and the sessions, with the way one goes on from there."""

from textwrap import wrap
from typing import Any

from allauth.account.mixins import NextRedirectMixin
from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import FormView

from network.accounts.enums import SignInStep
from network.accounts.forms import CodesKeptForm, LanguageForm
from network.accounts.models import User
from network.accounts.permissions import needs_second_factor
from network.accounts.selectors import sign_in_step
from network.accounts.services import language_choose, second_factor_passed
from network.messaging.rendering import offered_language


class SetUpView(NextRedirectMixin, ActivateTOTPView):
    """Set up the code app: install, scan, enter the code. Then on to the recovery codes."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "is_required": needs_second_factor(self.request.user),
            "secret_groups": wrap(context["form"].secret, 4),  # as one reads it aloud
        }

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        authenticator = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        second_factor_passed(self.request, authenticator)
        return response

    def get_success_url(self) -> str:
        codes: str = self.passthrough_next_url(reverse("mfa_view_recovery_codes"))
        return codes


class RemoveView(DeactivateTOTPView):
    """Remove the code app. Whoever needs one goes straight on to setting up the next."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(is_required=needs_second_factor(self.request.user), **kwargs)

    def get_success_url(self) -> str:
        return reverse("mfa_activate_totp" if needs_second_factor(self.request.user) else "mfa_index")


class RecoveryCodesView(NextRedirectMixin, ViewRecoveryCodesView):
    """The recovery codes, and below them the way on, once they are kept."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"form": CodesKeptForm(), **kwargs})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = CodesKeptForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        return redirect(self.get_next_url() or resolve_url(settings.LOGIN_REDIRECT_URL))


class EnterCodeView(ReauthenticateView):
    """Enter a code: before something important, or because this session has not passed the second factor yet."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["is_sign_in"] = sign_in_step(self.request, self.request.user) is SignInStep.ENTER_CODE
        if context["is_sign_in"]:
            context["reauthentication_alternatives"] = []  # a password is no second factor
        return context


class SessionsView(ListUserSessionsView):
    """Where one is signed in: this device first, then what was used last."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        latest_first = sorted(context["sessions"], key=lambda session: session.last_seen_at, reverse=True)
        return {**context, "sessions": sorted(latest_first, key=lambda session: not session.is_current())}


class SessionEndView(LoginRequiredMixin, View):
    """Sign one of one's own sessions out. It is out at once, at the editors' desk too."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        session = get_object_or_404(UserSession, pk=pk, user_id=request.user.pk)
        end_sessions(request, [session])
        messages.success(request, _("Das Gerät ist ausgeloggt."))
        return redirect("usersessions_list")


class LanguageView(LoginRequiredMixin, FormView[LanguageForm]):
    """Choose the language of one's mails; whose account it is does not matter, editors get mails too."""

    template_name = "account/language.html"
    form_class = LanguageForm
    success_url = reverse_lazy("account_language")

    def get_initial(self) -> dict[str, Any]:
        return {"language": offered_language(self._account().preferred_language)}

    def form_valid(self, form: LanguageForm) -> HttpResponse:
        language_choose(user=self._account(), language=form.cleaned_data["language"])
        messages.success(self.request, _("Gespeichert. Wir schreiben Ihnen jetzt in dieser Sprache."))
        return super().form_valid(form)

    def _account(self) -> User:
        user = self.request.user
        assert isinstance(user, User)  # LoginRequiredMixin
        return user
