"""The editors' form for an event, with its sessions."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from network.typed_text import clean_text
from network.units.models import EditorialUnit
from network.units.selectors import units_of


class EventForm(WagtailAdminModelForm):
    """Says next to the field what is wrong, before any service has to refuse it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "hosts" in self.fields:
            self.fields["hosts"].queryset = EditorialUnit.objects.all()
            if self.instance.pk is None and not self.initial.get("hosts"):
                self.initial["hosts"] = list(units_of(self.for_user))

    def clean_hosts(self) -> Any:
        """One of the hosts must be the editor's own unit, or they would lock themselves out."""
        hosts = self.cleaned_data["hosts"]
        own = set(units_of(self.for_user))
        if not own & set(hosts):
            raise ValidationError(_("Bitte wählen Sie Ihren eigenen Bereich mit aus."))
        return hosts

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name, value in data.items():  # what is pasted may carry controls that turn the reading direction
            if isinstance(value, str):
                data[name] = clean_text(value)
        sessions = self.formsets.get("sessions")
        if sessions is not None and self.instance.is_visible:
            for form in sessions.deleted_forms:
                if form.instance.entry_id:
                    self.add_error(
                        None,
                        _(
                            "Der Termin am %(date)s steht schon in Kalendern. Bitte löschen Sie ihn nicht, "
                            "sondern kreuzen Sie „fällt aus“ an."
                        )
                        % {"date": form.instance},
                    )
        return data
