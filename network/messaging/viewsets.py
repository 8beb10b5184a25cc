"""The outbox as a list in the Wagtail admin, read only."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import ModelPermissionPolicy

from network.messaging.models import OutboxMessage
from network.messaging.views import MessageIndexView, MessageInspectView, message_resend


class LookOnlyPolicy(ModelPermissionPolicy):
    """Nobody adds, changes or deletes a message by hand, not even a superuser: it is a record."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """`view` as granted, everything else never."""
        return action == "view" and bool(super().user_has_permission(user, action))


class OutboxViewSet(ModelViewSet):
    """List with filter by state, inspect view, and the resend action."""

    model = OutboxMessage
    name = "outbox"
    url_prefix = "postausgang"
    icon = "mail"
    menu_label = _("Postausgang")
    menu_order = 900
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields: list[str] = []
    list_display = [
        "__str__",
        "state",
        "recipient",
        "attempts",
        DateColumn("created_at", label=_("angelegt"), sort_key="created_at"),
        DateColumn("sent_at", label=_("gesendet"), sort_key="sent_at"),
    ]
    list_filter = ["state", "language"]
    search_fields = ["recipient", "key", "template"]
    search_backend_name = None
    list_per_page = 50
    index_view_class = MessageIndexView
    inspect_view_enabled = True
    inspect_view_class = MessageInspectView
    inspect_view_fields = [
        "state", "attempts", "last_error", "next_attempt_at", "created_at", "sent_at", "purged_at",
        "recipient", "language", "template", "key", "message_id", "subject", "text", "attachments",
    ]  # fmt: skip

    @property
    def permission_policy(self) -> LookOnlyPolicy:
        """Looking, for administrators."""
        return LookOnlyPolicy(self.model)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Only addresses that lead somewhere."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("resend/<int:pk>/", message_resend, name="resend"),
        ]
