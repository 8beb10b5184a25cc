from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from events.registration.viewsets import RegistrationViewSet

register_snippet(RegistrationViewSet)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    entries: list[tuple[str, Any, Any]] = [
        ("registration.create", _("Anmelden"), _("Angemeldet")),
        ("registration.cancel", _("Abmelden"), _("Abgemeldet")),
    ]
    for name, label, message in entries:
        actions.register_action(name, label, message)
