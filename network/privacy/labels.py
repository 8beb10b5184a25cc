"""What the columns are called on the page of one's own data.

The names in the models are the editors' and stay German; these are read in every language.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LABELS: dict[str, str | Promise] = {
    "answer": _("Antwort"),
    "asked_at": _("beantragt"),
    "changed_at": _("geändert"),
    "claim_reason": _("Was verbindet Sie mit der Organisation?"),
    "contact_email": _("E-Mail-Adresse"),
    "contact_name": _("Ansprechperson"),
    "created_at": _("angelegt"),
    "date_joined": _("angelegt"),
    "due_at": _("wird gelöscht am"),
    "email": _("E-Mail-Adresse"),
    "ended_on": _("bis"),
    "event": _("Veranstaltung"),
    "given_at": _("Ja gesagt am"),
    "is_staff": _("Administration"),
    "kind": _("Art"),
    "language": _("Sprache"),
    "last_login": _("zuletzt eingeloggt"),
    "last_used_at": _("zuletzt benutzt"),
    "name": _("Name"),
    "organisation": _("Organisation"),
    "page_address": _("Seite"),
    "person": _("Person"),
    "phone": _("Telefon"),
    "place": _("Ort"),
    "preferred_language": _("Sprache für E-Mails"),
    "purpose": _("Zweck"),
    "question": _("Unsere Frage"),
    "reason": _("Begründung"),
    "reference": _("Vorgangsnummer"),
    "refused_at": _("abbestellt"),
    "revoked_at": _("widerrufen"),
    "role": _("Rolle"),
    "sent_at": _("gesendet am"),
    "started_on": _("seit"),
    "state": _("Status"),
    "subject": _("Betreff"),
    "text": _("Text"),
    "title": _("Titel"),
    "withdrawn_at": _("zurückgenommen"),
    "wording_version": _("Fassung"),
}
"""By the name of the column. A column that is shown and not named here fails with a KeyError in its test."""
