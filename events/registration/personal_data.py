"""What this slice knows of a person: who comes to which meeting."""

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.programme.enums import SeatMode
from events.registration.enums import ACTIVE_STATES, RegistrationState
from events.registration.models import Registration
from events.registration.seats import pool_lock, seats_recount
from network.messaging.models import OutboxMessage
from network.messaging.services import messages_forget
from network.privacy.log_labels import log_labels_erase
from network.privacy.ports import Outcome, Retention, Section, Subject, facts_of


class Registrations:
    """Registrations of the person, and those they made for others."""

    columns = frozenset({"registration.Registration.person", "registration.Registration.registered_by"})
    retains = (
        Retention(
            "registrations",
            gettext_lazy("Dass zu einem Termin jemand angemeldet war, ohne Ihren Namen."),
            gettext_lazy("Nachweis der Zahl der Teilnehmenden gegenüber dem Fördergeber."),
            gettext_lazy("So lange wie der Termin; ohne Bezug zu Ihnen."),
        ),
    )

    def export(self, subject: Subject) -> list[Section]:
        own = self._own(subject).select_related("event", "organisation")
        made = Registration.objects.filter(registered_by=subject.person).exclude(person=subject.person)
        kept = _("Ihr Name, bis Sie Ihre Daten löschen lassen; die Zahl der Teilnehmenden so lange wie der Termin")
        columns = ("event", "organisation", "state", "created_at", "changed_at")
        return [
            Section("registrations", _("Ihre Anmeldungen"), kept, [facts_of(row, *columns) for row in own]),
            Section(
                "registrations_made",
                _("Anmeldungen, die Sie für andere gemacht haben"),
                kept,
                [
                    facts_of(row, "event", "person", "state", "created_at")
                    for row in made.select_related("event", "person")
                ],
            ),
        ]

    def erase(self, subject: Subject) -> Outcome:
        """Free the seats of what is still to come; the rows stay with a person that has no name any more."""
        now = timezone.now()
        to_come = self._own(subject).filter(state__in=ACTIVE_STATES, event__sessions__starts_at__gt=now).distinct()
        freed = 0
        for registration in to_come.select_related("event", "pool").order_by("pool_id", "pk"):
            pool = pool_lock(registration.event, SeatMode(registration.pool.mode))
            freed += Registration.objects.filter(pk=registration.pk, state__in=ACTIVE_STATES).update(
                state=RegistrationState.CANCELLED_BY_PARTICIPANT, changed_at=now, revision=registration.revision + 1
            )
            seats_recount(pool)
        pks = list(self._own(subject).values_list("pk", flat=True))
        named = Q(pk__in=[])
        for pk in pks:
            named |= Q(key__startswith=f"registration:{pk}:")
        messages_forget(OutboxMessage.objects.filter(named))  # those that others got about this person
        log_labels_erase(Registration, pks)
        return Outcome(erased=freed, kept={"registrations": len(pks)} if pks else {})

    def _own(self, subject: Subject) -> QuerySet[Registration]:
        return Registration.objects.filter(person=subject.person)
