from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    entries: list[tuple[str, Any, Any]] = [
        ("privacy.rename", _("Namen ändern"), _("Name geändert")),
        ("privacy.consent", _("Einwilligen"), _("Eingewilligt")),
        ("privacy.withdraw_consent", _("Einwilligung zurücknehmen"), _("Einwilligung zurückgenommen")),
        ("privacy.ask_erasure", _("Löschung beantragen"), _("Löschung beantragt")),
        ("privacy.withdraw_erasure", _("Löschung zurücknehmen"), _("Löschung zurückgenommen")),
        ("privacy.erase", _("Person löschen"), _("Person gelöscht")),
    ]
    for name, label, message in entries:
        actions.register_action(name, label, message)
