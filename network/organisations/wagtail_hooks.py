from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from network.organisations.admin_views import ApplicationReviewView
from network.organisations.viewsets import OrganisationsGroup

register_snippet(OrganisationsGroup)


@hooks.register("register_admin_urls")
def application_urls() -> list[URLPattern]:
    return [
        path("antraege/<int:pk>/", ApplicationReviewView.as_view(), name="organisation_application_review"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    entries: list[tuple[str, Any, Any]] = [
        ("organisations.verify", _("E-Mail-Adresse bestätigen"), _("E-Mail-Adresse bestätigt")),
        ("organisations.approve", _("Antrag freigeben"), _("Antrag freigegeben")),
        ("organisations.reject", _("Antrag ablehnen"), _("Antrag abgelehnt")),
        ("organisations.ask", _("Rückfrage stellen"), _("Rückfrage gestellt")),
        ("organisations.amend", _("Antrag ergänzen"), _("Antrag ergänzt")),
        ("organisations.object", _("Einwand erheben"), _("Einwand erhoben")),
        ("organisations.remind", _("An Antrag erinnern"), _("An Antrag erinnert")),
        ("organisations.add_colleague", _("Person hinzufügen"), _("Person hinzugefügt")),
    ]
    for name, label, message in entries:
        actions.register_action(name, label, message)
