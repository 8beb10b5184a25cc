"""What this slice knows of a person: their secret calendar addresses."""

from django.utils.translation import gettext as _

from events.calendars.models import FeedToken
from events.calendars.tokens import feed_tokens_revoke_all
from network.privacy.ports import Outcome, Retention, Section, Subject, facts_of


class Addresses:
    """The addresses themselves are not stored, so they cannot be shown: only their names and dates."""

    columns = frozenset({"calendars.FeedToken.person"})
    retains: tuple[Retention, ...] = ()

    def export(self, subject: Subject) -> list[Section]:
        tokens = FeedToken.objects.filter(person=subject.person)
        entries = [facts_of(row, "name", "kind", "created_at", "last_used_at", "revoked_at") for row in tokens]
        return [Section("feed_tokens", _("Ihre Kalenderadressen"), _("Bis Sie Ihre Daten löschen lassen"), entries)]

    def erase(self, subject: Subject) -> Outcome:
        feed_tokens_revoke_all(person=subject.person)
        return Outcome(erased=FeedToken.objects.filter(person=subject.person).delete()[0])
