"""What follows from signs that allauth gives."""

import uuid
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import timezone
from django.utils.translation import get_language

from network.accounts.devices import device_of
from network.messaging.services import message_enqueue

NO_ADDRESS = "0.0.0.0"  # noqa: S104  (nothing listens here: it stands for an address that is not kept)


def session_thinned(instance: UserSession, **_: Any) -> None:
    """Before allauth keeps a session: no network address, and of the browser only what the list shows.

    Both are personal data that the list of sessions does not need.
    """
    instance.ip = NO_ADDRESS
    instance.user_agent = device_of(instance.user_agent)


def recovery_code_used(user: Any, authenticator: Authenticator, **_: Any) -> None:
    """Tell the owner by mail: a recovery code in somebody else's hands is a key to the account."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        return
    authenticator.refresh_from_db()  # allauth has marked the code as used on another copy of the row
    message_enqueue(
        key=f"account:recovery_code_used:{uuid.uuid4()}",
        template="account/recovery_code_used",
        to=user.email,
        language=get_language() or user.preferred_language,
        context={
            "user": user,
            "timestamp": timezone.now(),
            "unused_count": len(authenticator.wrap().get_unused_codes()),
        },
    )
