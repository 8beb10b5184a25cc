"""What people fill in to join, and to name a colleague."""

import uuid
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.organisations.enums import LegalForm, OrganisationKind, SizeClass
from network.organisations.models import OrganisationApplication
from network.organisations.unit_rules import units_to_choose
from network.places.models import Postcode
from network.places.selectors import places_by_postcode
from network.places.validators import clean_postcode, hessian_postcode
from network.typed_text import LineField, TextField
from network.units.models import EditorialUnit
from network.vocabulary.models import Language, Topic

PLACE_UNCLEAR = _("Zu dieser Postleitzahl gehören mehrere Orte. Bitte wählen Sie Ihren Ort aus.")
OLDEST = 1800
"""First year taken as a founding year; what is older is a slip of the finger."""
NOT_SAID: tuple[str, Any] = ("", _("keine Angabe"))


class WebAddressField(forms.URLField):
    """As people write it: "verein.de" is enough."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "label": _("Internetadresse"),
                "required": False,
                "max_length": 200,
                "assume_scheme": "https",
                "widget": forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url", "dir": "ltr"}),
                "error_messages": {
                    "invalid": _("Das ist keine vollständige Internetadresse. Zum Beispiel: www.verein.de"),
                    "max_length": _("Diese Adresse ist zu lang. Bitte prüfen Sie sie."),
                },
                **kwargs,
            }
        )


class ContactEmailField(forms.EmailField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "label": _("Ihre E-Mail-Adresse"),
                "max_length": 254,
                "widget": forms.EmailInput(attrs={"autocomplete": "email"}),
                "error_messages": {
                    "required": _("Bitte schreiben Sie Ihre E-Mail-Adresse auf."),
                    "max_length": _("Diese Adresse ist zu lang. Bitte prüfen Sie sie."),
                    "invalid": _("Das ist keine vollständige E-Mail-Adresse. Zum Beispiel: name@verein.de"),
                },
                **kwargs,
            }
        )


class UnitChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, obj: EditorialUnit) -> str:
        return obj.carrier


class ApplicationForm(forms.Form):
    """Five answers: who you are, where, and whom we may write to. And two more, if you like."""

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
    email = ContactEmailField(
        help_text=_(
            "Wir schicken Ihnen einen Link zum Bestätigen. Mit dieser Adresse loggen Sie sich später auch ein."
        ),
    )
    website = WebAddressField(help_text=_("Wenn Sie eine haben."))
    unit = UnitChoiceField(
        label=_("Wer soll Sie begleiten?"),
        queryset=EditorialUnit.objects.none(),
        required=False,
        empty_label=_("Das entscheiden Sie für uns"),
        help_text=_("Nur Familienzentren können wählen. Alle anderen lassen das Feld, wie es ist."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission_key"].initial = uuid.uuid4
        units, unit = units_to_choose(), self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        unit.queryset = units
        if not units:
            del self.fields["unit"]
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


class ClaimForm(forms.Form):
    """Somebody wants to act for an organisation that is there."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    contact_name = LineField(
        label=_("Ihr Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = ContactEmailField(
        help_text=_(
            "Wir schicken Ihnen einen Link zum Bestätigen. Mit dieser Adresse loggen Sie sich später auch ein."
        ),
    )
    claim_reason = TextField(
        label=_("Was verbindet Sie mit der Organisation?"),
        help_text=_("Zum Beispiel: Ich bin seit März die neue Vorsitzende."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission_key"].initial = uuid.uuid4

    def clean_submission_key(self) -> uuid.UUID:
        return self.cleaned_data["submission_key"] or uuid.uuid4()


class ObjectionForm(forms.Form):
    """A representative says why somebody should not act for their organisation."""

    objection = TextField(
        label=_("Was spricht dagegen?"),
        help_text=_("Das liest nur die Stelle, die entscheidet."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ContinueForm(forms.Form):
    """The answer to what the unit asked, when it asked; and what one may say about an organisation, all optional."""

    answer = TextField(label=_("Ihre Antwort"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))
    name = LineField(label=_("Name der Organisation"), max_length=200)
    legal_form = forms.ChoiceField(label=_("Rechtsform"), required=False, choices=[NOT_SAID, *LegalForm.choices])
    is_charitable = forms.TypedChoiceField(
        label=_("Sind Sie als gemeinnützig anerkannt?"),
        required=False,
        choices=[NOT_SAID, ("1", _("ja")), ("0", _("nein"))],
        coerce=lambda typed: typed == "1",
        empty_value=None,
    )
    founded_year = forms.IntegerField(
        label=_("Seit welchem Jahr gibt es Sie?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Bitte schreiben Sie das Jahr mit vier Ziffern, zum Beispiel 2015.")},
    )
    size_class = forms.ChoiceField(
        label=_("Wie viele arbeiten mit?"), required=False, choices=[NOT_SAID, *SizeClass.choices]
    )
    website = WebAddressField()
    description = TextField(
        label=_("Was machen Sie?"),
        help_text=_("Zwei oder drei Sätze genügen."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    topics = forms.ModelMultipleChoiceField(
        label=_("Ihre Themen"), required=False, queryset=Topic.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    languages = forms.ModelMultipleChoiceField(
        label=_("Sprachen, die Sie sprechen"),
        required=False,
        queryset=Language.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, application: OrganisationApplication, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if application.claimed_id:
            self.fields = {"answer": self.fields["answer"]}
        else:
            for name, model in (("topics", Topic), ("languages", Language)):
                field = self.fields[name]
                assert isinstance(field, forms.ModelMultipleChoiceField)
                field.queryset = model.objects.filter(is_active=True)
            year = self.fields["founded_year"]
            assert isinstance(year, forms.IntegerField)
            message = _("Bitte prüfen Sie das Jahr: Es muss zwischen 1800 und heute liegen.")
            year.validators = [
                MinValueValidator(OLDEST, message),
                MaxValueValidator(timezone.localdate().year, message),
            ]
        if not application.question or application.state != "needs_info":
            del self.fields["answer"]


class QuestionForm(forms.Form):
    """What the unit wants to know before it decides; the applicant reads it."""

    question = TextField(
        label=_("Ihre Frage"),
        help_text=_("Die Ansprechperson bekommt diesen Text per E-Mail, mit einem Link zum Antworten."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class RejectionForm(forms.Form):
    """Why an application is declined; the applicant reads it."""

    reason = TextField(
        label=_("Begründung"),
        help_text=_("Die Ansprechperson bekommt diesen Text per E-Mail. Bitte freundlich und verständlich."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
