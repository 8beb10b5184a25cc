from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.models import register_snippet

from events.programme.admin_views import EventCancelView
from events.programme.enums import EventState
from events.programme.models import Event
from events.programme.permissions import may_publish_event
from events.programme.viewsets import EventViewSet

register_snippet(EventViewSet)


class PublishEventMenuItem(ActionMenuItem):
    """The button that shows a draft to everybody."""

    name = "action-make_public"  # Wagtail keeps "publish" for models with revisions
    label = _("Veröffentlichen")
    icon_name = "upload"

    def is_shown(self, context: dict[str, Any]) -> bool:
        if context["model"] is not Event:
            return False
        user, event = context["request"].user, context.get("instance")
        if event is None:  # a new one: its hosts are chosen in this very form
            return bool(user.has_perm("programme.publish_event"))
        return event.state == EventState.DRAFT and may_publish_event(user, event)


@hooks.register("register_snippet_action_menu_item")
def publish_event_item(model: type) -> ActionMenuItem | None:
    return PublishEventMenuItem(order=10) if model is Event else None


@hooks.register("register_admin_urls")
def event_urls() -> list[URLPattern]:
    return [path("veranstaltungen/<int:pk>/absagen/", EventCancelView.as_view(), name="programme_event_cancel")]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    entries: list[tuple[str, Any, Any]] = [
        ("programme.publish", _("Veröffentlichen"), _("Veröffentlicht")),
        ("programme.cancel", _("Absagen"), _("Abgesagt")),
    ]
    for name, label, message in entries:
        actions.register_action(name, label, message)
