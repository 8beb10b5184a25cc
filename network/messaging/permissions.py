"""Who may look into the outbox. It holds everybody's addresses, so: administrators."""

from typing import Any

from network.messaging.models import OutboxMessage


def may_view_outbox(user: Any) -> bool:
    """Administrators, and whom they gave the permission by hand."""
    return bool(user.has_perm("messaging.view_outboxmessage"))


def may_resend(user: Any, message: OutboxMessage) -> bool:
    """May put an undelivered `message` back into the queue."""
    return message.is_resendable and bool(user.has_perm("messaging.resend_outboxmessage"))
