"""What this slice knows of a person: roles in organisations, and applications they signed."""

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.accounts.models import Person
from network.messaging.models import OutboxMessage
from network.messaging.services import messages_forget
from network.organisations.enums import ApplicationState, MembershipRole
from network.organisations.models import Membership, OrganisationApplication
from network.privacy.log_labels import erased_name
from network.privacy.ports import Outcome, Retention, Section, Subject, facts_of


class Roles:
    """Memberships and applications."""

    columns = frozenset(
        {
            "organisations.Membership.person",
            "organisations.OrganisationApplication.email",
            "organisations.OrganisationApplication.contact_name",
        }
    )
    retains = (
        Retention(
            "approved_application",
            gettext_lazy("Der Antrag, mit dem Ihre Organisation beigetreten ist, ohne Ihren Namen und Ihre Adresse."),
            gettext_lazy("Nachweis gegenüber dem Fördergeber, wann und durch wen sie aufgenommen wurde."),
            gettext_lazy("Solange die Organisation dabei ist; ohne Bezug zu Ihnen."),
        ),
    )

    def export(self, subject: Subject) -> list[Section]:
        memberships = Membership.objects.filter(person=subject.person).select_related("organisation")
        kept = _("Bis Sie Ihre Daten löschen lassen")
        return [
            Section(
                "memberships",
                _("Ihre Organisationen"),
                kept,
                [facts_of(row, "organisation", "role", "started_on", "ended_on") for row in memberships],
            ),
            Section(
                "applications",
                _("Anträge mit Ihrer Adresse"),
                kept,
                [
                    facts_of(
                        row,
                        "name",
                        "kind",
                        "place",
                        "contact_name",
                        "email",
                        "state",
                        "created_at",
                        "claim_reason",
                        "question",
                        "answer",
                        "reason",
                    )
                    for row in self._applications(subject)
                ],
            ),
        ]

    def erase(self, subject: Subject) -> Outcome:
        applications = list(self._applications(subject).select_for_update())
        erased = 0
        kept = 0
        for application in applications:
            mails = OutboxMessage.objects.filter(key__startswith=f"application:{application.pk}:")
            messages_forget(mails)
            if application.state == ApplicationState.APPROVED:
                application.contact_name, application.email = erased_name(), ""
                application.language = settings.LANGUAGE_CODE
                if application.claim_reason:
                    application.claim_reason = "–"  # a claim has one (constraint); their own words go
                application.question = application.answer = application.objection = ""
                application.save(
                    update_fields=[
                        "contact_name", "email", "language", "claim_reason", "question", "answer", "objection",
                    ]
                )  # fmt: skip
                kept += 1
            else:
                application.delete()
                erased += 1
        erased += Membership.objects.filter(person=subject.person).delete()[0]
        return Outcome(erased=erased, kept={"approved_application": kept} if kept else {})

    def _applications(self, subject: Subject) -> QuerySet[OrganisationApplication]:
        chosen = Q(pk__in=[])
        for address in subject.addresses:
            chosen |= Q(email__iexact=address)
        return OrganisationApplication.objects.filter(chosen)


def last_representative(person: Person) -> list[str]:
    """An organisation nobody speaks for cannot be reached any more: first a successor, then the erasure."""
    sentences = []
    for membership in Membership.objects.representing(person).select_related("organisation__responsible_unit"):
        organisation = membership.organisation
        others = Membership.objects.running().filter(
            organisation=organisation, role=MembershipRole.REPRESENTATIVE, person__user__isnull=False
        )
        if not others.exclude(person=person).exists():
            sentences.append(
                _(
                    "Sie sind die letzte Vertretung von „%(organisation)s“. Bitte sagen Sie uns zuerst, wer Ihnen "
                    "nachfolgt oder ob die Organisation nicht mehr dabei sein will: %(email)s"
                )
                % {"organisation": organisation.name, "email": organisation.responsible_unit.contact_email}
            )
    return sentences
