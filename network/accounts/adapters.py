"""Where allauth meets the product: its mails go through the outbox, sign-up by itself is closed."""

import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import get_language

from network.messaging.services import message_enqueue

SECRET_TEMPLATES = frozenset(
    {"login_code", "password_reset_key", "password_reset_code", "email_confirmation", "email_confirmation_signup"}
)


class AccountAdapter(DefaultAccountAdapter):
    """One joins through an organisation's application or an invitation, never by a bare sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Hand the mail to the outbox, in the language of the account or, without one, of the page."""
        name = template_prefix.rpartition("/")[2]
        user = context.get("user")
        language = getattr(user, "preferred_language", None) or get_language() or "de"
        message_enqueue(
            key=f"account:{name}:{uuid.uuid4()}",
            template=f"account/{name}",
            to=email,
            language=language,
            context={key: value for key, value in context.items() if key != "request"},
            secret=name in SECRET_TEMPLATES,
        )
