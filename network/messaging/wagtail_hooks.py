"""Mount the outbox in the admin, and name its action in the log."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from network.messaging.viewsets import OutboxViewSet


@hooks.register("register_admin_viewset")
def outbox_viewset() -> OutboxViewSet:
    """The menu item and its pages."""
    return OutboxViewSet()


@hooks.register("register_log_actions")
def outbox_log_actions(actions: LogActionRegistry) -> None:
    """How the log calls what an administrator did."""
    actions.register_action("messaging.resend", _("Erneut senden"), _("Nachricht erneut gesendet"))
