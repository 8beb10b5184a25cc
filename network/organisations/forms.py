"""What people fill in to join, and to name a colleague."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.organisations.enums import OrganisationKind
from network.places.models import Postcode
from network.places.selectors import places_by_postcode
from network.places.validators import clean_postcode, hessian_postcode
from network.typed_text import LineField, TextField

PLACE_UNCLEAR = _("Zu dieser Postleitzahl gehören mehrere Orte. Bitte wählen Sie Ihren Ort aus.")


class ApplicationForm(forms.Form):
    """Five answers: who you are, where, and whom we may write to."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=_("Wer sind Sie?"),
        choices=OrganisationKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, was am besten zu Ihnen passt.")},
    )
    name = LineField(label=_("Name der Organisation"), max_length=200)
    postal_code = LineField(
        label=_("Postleitzahl"),
        help_text=_("Fünf Ziffern, zum Beispiel 60311."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code"}),
    )
    place = forms.ModelChoiceField(
        label=_("Ort"), queryset=Postcode.objects.none(), required=False, empty_label=_("Bitte wählen")
    )
    contact_name = LineField(
        label=_("Ihr Name"),
        help_text=_("Sie werden die Vertretung Ihrer Organisation im Netz."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        max_length=254,
        help_text=_(
            "Wir schicken Ihnen einen Link zum Bestätigen. Mit dieser Adresse loggen Sie sich später auch ein."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Bitte schreiben Sie Ihre E-Mail-Adresse auf."),
            "max_length": _("Diese Adresse ist zu lang. Bitte prüfen Sie sie."),
            "invalid": _("Das ist keine vollständige E-Mail-Adresse. Zum Beispiel: name@verein.de"),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission_key"].initial = uuid.uuid4
        places = places_by_postcode(clean_postcode(self.data.get("postal_code", "")) or "")
        if len(places) > 1:
            field = self.fields["place"]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = Postcode.objects.filter(pk__in=[place.pk for place in places])
            field.required = True
            field.error_messages["required"] = PLACE_UNCLEAR
        else:
            del self.fields["place"]

    def clean_submission_key(self) -> uuid.UUID:
        """A form without its key (an old browser, a saved page) is still a form."""
        return self.cleaned_data["submission_key"] or uuid.uuid4()

    def clean_postal_code(self) -> str:
        typed = self.cleaned_data["postal_code"]
        hessian_postcode(typed)
        code = clean_postcode(typed) or ""
        places = places_by_postcode(code)
        if len(places) == 1:
            self.cleaned_data["place"] = places[0]
        return code


class ColleagueForm(forms.Form):
    """Somebody of the organisation who has no account."""

    name = LineField(label=_("Vor- und Nachname"), max_length=200)


class RejectionForm(forms.Form):
    """Why an application is declined; the applicant reads it."""

    reason = TextField(
        label=_("Begründung"),
        help_text=_("Die Ansprechperson bekommt diesen Text per E-Mail. Bitte freundlich und verständlich."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
