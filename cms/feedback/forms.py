"""Reporting a barrier, and answering one."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.feedback.enums import ReportState
from network.typed_text import LineField, TextField


class ReportForm(forms.Form):
    """Two questions and an address for the answer; only the description is required.

    `website` is seen by programs that fill in whatever they find, never by people. Who trips over it all the same
    (an eager password manager) reads a message and loses nothing.
    """

    submission_key = forms.CharField(widget=forms.HiddenInput, required=False)
    page_address = LineField(
        label=_("Auf welcher Seite?"),
        help_text=_("Die Adresse oder der Titel der Seite."),
        max_length=500,
        required=False,
    )
    text = TextField(
        label=_("Was hat nicht geklappt?"),
        help_text=_("Was wollten Sie tun? Was ist passiert? Wenn Sie mögen: Womit haben Sie die Seite benutzt?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Bitte beschreiben Sie, was nicht geklappt hat.")},
    )
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        help_text=_("Nur wenn Sie eine Antwort möchten. Wir nutzen die Adresse für nichts anderes."),
        max_length=254,  # what the column holds; Django's form field alone would let 320 through
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("Das ist keine vollständige E-Mail-Adresse. Zum Beispiel: name@beispiel.de"),
            "max_length": _("Diese E-Mail-Adresse ist zu lang. Bitte prüfen Sie sie."),
        },
    )
    website = forms.CharField(
        label=_("Dieses Feld bitte leer lassen"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission_key"].initial = uuid.uuid4
        self.fields["email"].widget.attrs.pop("maxlength", None)  # it would cut what is pasted without a word

    def clean_submission_key(self) -> uuid.UUID:
        """A form without its key, or with a strange one, is still a form."""
        try:
            return uuid.UUID(self.cleaned_data["submission_key"])
        except ValueError:
            return uuid.uuid4()

    def clean(self) -> dict[str, Any]:
        """Refuse what a program filled in, in words for the person who may be behind it."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("website"):
            self.data = dict(self.data.items()) | {self.add_prefix("website"): ""}
            self.add_error(None, _("Ein unsichtbares Feld war ausgefüllt. Bitte senden Sie noch einmal ab."))
        return cleaned


class AnswerForm(WagtailAdminModelForm):
    """The answer of a unit. What was sent cannot be changed any more."""

    answer = TextField(
        label=_("Ihre Antwort"),
        help_text=_("Wurde eine E-Mail-Adresse angegeben, geht dieser Text dorthin. Sonst bleibt er eine Notiz."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Bitte schreiben Sie, was Sie geantwortet oder geändert haben.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].disabled = self.instance.state == ReportState.ANSWERED
