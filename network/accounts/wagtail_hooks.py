"""Accounts in the Wagtail admin are the administrators' business, in bulk too; one's own is changed elsewhere."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction

from network.units.bulk_actions import OwnRowsMixin

for action in (AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction):
    hooks.register("register_bulk_action", type(action.__name__, (OwnRowsMixin, action), {}), order=100)


@hooks.register("register_account_menu_item")
def sign_in_pages(_request: HttpRequest) -> dict[str, str]:
    """The way from the desk to the pages that hold for everybody's account."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Einloggen und Geräte"),
        "help_text": _("Code-App, Ersatzcodes, Passwort, E-Mail-Adresse, und wo Sie eingeloggt sind."),
    }
