from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.privacy.mail_preferences import mail_kinds
from network.typed_text import LineField


class NameForm(forms.Form):
    """Correct one's own name."""

    name = LineField(
        label=_("Vor- und Nachname"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )


class ErasureForm(forms.Form):
    """A tick that nobody sets by accident."""

    sure = forms.BooleanField(
        label=_("Ja, ich möchte meine Daten löschen lassen."),
        error_messages={
            "required": _("Bitte setzen Sie das Häkchen, wenn Sie Ihre Daten wirklich löschen lassen wollen.")
        },
    )


class MailPreferencesForm(forms.Form):
    """Which optional mails one wants: a tick for each kind there is."""

    wanted = forms.MultipleChoiceField(
        label=_("Diese E-Mails möchte ich bekommen"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wanted"].choices = [(kind.code, kind.title) for kind in mail_kinds]  # type: ignore[attr-defined]
