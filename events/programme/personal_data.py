"""What this slice knows of a person: meetings that name them as the one to ask."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from events.programme.models import Event
from network.privacy.ports import Outcome, Retention, Section, Subject, facts_of


class Contacts:
    """Found by the published address."""

    columns = frozenset({"programme.Event.contact_name", "programme.Event.contact_email"})
    retains: tuple[Retention, ...] = ()

    def export(self, subject: Subject) -> list[Section]:
        entries = [facts_of(row, "title", "contact_name", "contact_email") for row in self._rows(subject)]
        return [
            Section("event_contacts", _("Termine mit Ihnen als Ansprechperson"), _("So lange wie der Termin"), entries)
        ]

    def erase(self, subject: Subject) -> Outcome:
        """One by one: saving brings the search index up to date, which holds the text too."""
        rows = list(self._rows(subject))
        for event in rows:
            event.contact_name = event.contact_email = ""
            event.save(update_fields=["contact_name", "contact_email"])
        return Outcome(erased=len(rows))

    def _rows(self, subject: Subject) -> QuerySet[Event]:
        chosen = Q(pk__in=[])
        for address in subject.addresses:
            chosen |= Q(contact_email__iexact=address)
        return Event.objects.filter(chosen)
