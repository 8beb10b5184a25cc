"""Who comes along."""

from typing import Any

from django import forms
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from events.programme.enums import SeatMode
from events.programme.models import Event
from events.registration.models import Registration
from network.accounts.models import Person
from network.organisations.models import Membership, Organisation
from network.organisations.selectors import represented_organisations
from network.typed_text import LineField

NOBODY_CHOSEN = _("Bitte wählen Sie aus, wer kommt.")


class JoinForm(forms.Form):
    """Oneself, colleagues one acts for, and somebody new by name: in one go."""

    people = forms.ModelMultipleChoiceField(
        label=_("Wer kommt?"),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": NOBODY_CHOSEN,
            "invalid_choice": _("Für diese Person können Sie nicht anmelden. Bitte wählen Sie neu."),
        },
    )
    new_colleague = LineField(
        label=_("Noch jemand aus Ihrer Organisation"),
        help_text=_("Vor- und Nachname. Eine E-Mail-Adresse ist nicht nötig: Die Post bekommen dann Sie."),
        max_length=200,
        required=False,
        error_messages={"required": NOBODY_CHOSEN},
    )
    organisation = forms.ModelChoiceField(
        label=_("Für welche Organisation?"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        error_messages={"required": _("Bitte wählen Sie die Organisation aus.")},
    )
    mode = forms.ChoiceField(
        label=_("Wie nehmen Sie teil?"),
        choices=SeatMode.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie: vor Ort oder online.")},
    )

    def __init__(self, *args: Any, event: Event, actor: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.actor = event, actor
        organisations = represented_organisations(actor)
        self._organisations = list(organisations)
        everybody = self._everybody(organisations)
        self._choices("people", everybody, initial=[actor.pk])
        self._choices("organisation", organisations)
        self._offer_newcomers(list(everybody))
        if not self._organisations:
            del self.fields["new_colleague"]
        if len(self._organisations) < 2:
            del self.fields["organisation"]
        if len(event.seat_modes) == 1:
            del self.fields["mode"]

    def _choices(self, name: str, queryset: Any, initial: Any = None) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset
        field.initial = initial

    def _everybody(self, organisations: Any) -> Any:
        colleagues = Membership.objects.running().filter(organisation__in=organisations).values("person")
        seat = Registration.objects.active().filter(event=self.event, person=OuterRef("pk")).order_by().values("pk")
        return (
            Person.objects.filter(Q(pk=self.actor.pk) | Q(pk__in=colleagues))
            .annotate(seat=Subquery(seat))
            .order_by("name")
        )

    def _offer_newcomers(self, everybody: list[Any]) -> None:
        """Only who has no seat yet is shown with a box; the others are named beside the form.

        Taken are all of them: a form sent twice must hear "schon angemeldet", not that the person is a stranger.
        """
        self.already_in = [person for person in everybody if person.seat]
        self.newcomers = [person for person in everybody if not person.seat]
        field = self.fields["people"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.choices = [(person.pk, str(person)) for person in self.newcomers]
        if not self.newcomers:
            field.widget, field.required, field.initial = forms.MultipleHiddenInput(), False, []
            self.fields["new_colleague"].required = "people" not in self.data

    @property
    def is_offered(self) -> bool:
        """Anybody is left who could come: somebody with a box, or a colleague by name."""
        return bool({"people", "new_colleague"} & {field.name for field in self.visible_fields()})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data.setdefault("new_colleague", "")
        if "organisation" not in self.fields:
            data["organisation"] = self._organisations[0] if self._organisations else None
        if "mode" not in self.fields:
            data["mode"] = self.event.seat_modes[0]
        if "people" not in data and data["new_colleague"] and self.has_error("people", code="required"):
            del self.errors["people"]  # a colleague named just now is somebody, too
            data["people"] = []
        return data
