"""Where allauth meets the product: its mails go through the outbox, sign-up by itself is closed."""

import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.kept_forms import ALL_DRAFTS
from network.messaging.services import message_enqueue

SECRET_TEMPLATES = frozenset(
    {"login_code", "password_reset_key", "password_reset_code", "email_confirmation", "email_confirmation_signup"}
)


class AccountAdapter(DefaultAccountAdapter):
    """One joins through an organisation's application or an invitation, never by a bare sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Whoever signs out leaves no half-written form on the device: the next page takes all drafts away."""
        if message_template == "account/messages/logged_out.txt":
            kwargs["extra_tags"] = ALL_DRAFTS
        super().add_message(request, level, message_template, *args, **kwargs)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The front page in the visitor's language."""
        return reverse("wagtail_serve", args=[""])

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Hand the mail to the outbox, in the language of the page: it answers what was just done there.

        An account's own language is for mails that nobody is waiting for.
        """
        name = template_prefix.rpartition("/")[2]
        user = context.get("user")
        language = get_language() or getattr(user, "preferred_language", None) or settings.LANGUAGE_CODE
        message_enqueue(
            key=f"account:{name}:{uuid.uuid4()}",
            template=f"account/{name}",
            to=email,
            language=language,
            context={key: value for key, value in context.items() if key != "request"},
            secret=name in SECRET_TEMPLATES,
        )


class SecondFactorAdapter(DefaultMFAAdapter):
    """What allauth says about codes, in words that tell what to do next."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "Dieser Code passt nicht oder ist abgelaufen. Bitte geben Sie den Code ein, den die App gerade zeigt."
        ),
    }
