"""What this slice itself knows of a person: their decisions about their data."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network.privacy.models import Consent, ErasureRequest, MailRefusal, UnsubscribeLink
from network.privacy.ports import Outcome, Retention, Section, Subject, facts_of


class Decisions:
    """Consents, refused mails, links in mails, the request for erasure."""

    columns = frozenset(
        {
            "privacy.Consent.person", "privacy.MailRefusal.person", "privacy.UnsubscribeLink.person",
            "privacy.ErasureRequest.person", "privacy.ErasureRequest.asked_by",
        }
    )  # fmt: skip
    retains = (
        Retention(
            "erasure_request",
            gettext_lazy("Dass jemand die Löschung beantragt hat und wann sie erledigt war, ohne Ihren Namen."),
            gettext_lazy("Nachweis, dass wir gelöscht haben (Art. 5 Abs. 2 DSGVO)."),
            gettext_lazy("Unbefristet; ohne Bezug zu Ihnen."),
        ),
    )

    def export(self, subject: Subject) -> list[Section]:
        person = subject.person
        kept = _("Bis Sie Ihre Daten löschen lassen")
        consents = Consent.objects.filter(person=person)
        links = UnsubscribeLink.objects.filter(person=person)
        days = settings.UNSUBSCRIBE_LINK_LIFETIME.days
        return [
            Section(
                "consents",
                _("Einwilligungen"),
                kept,
                [
                    facts_of(row, "purpose", "wording_version", "language", "given_at", "withdrawn_at")
                    for row in consents
                ],
            ),
            Section(
                "mail_refusals",
                _("Abbestellte E-Mails"),
                kept,
                [facts_of(row, "kind", "refused_at") for row in MailRefusal.objects.filter(person=person)],
            ),
            Section(
                "unsubscribe_links",
                _("Links zum Abbestellen in unseren E-Mails"),
                ngettext("%(days)d Tag", "%(days)d Tage", days) % {"days": days},
                [facts_of(row, "kind", "created_at") for row in links],
            ),
            Section(
                "erasure_requests",
                _("Anträge auf Löschung"),
                kept,
                [
                    facts_of(row, "asked_at", "due_at", "withdrawn_at")
                    for row in ErasureRequest.objects.filter(person=person)
                ],
            ),
        ]

    def erase(self, subject: Subject) -> Outcome:
        """Withdrawn requests go; the open one is closed by the service that carries it out."""
        erased = 0
        for model in (Consent, MailRefusal, UnsubscribeLink):
            erased += model._base_manager.filter(person=subject.person).delete()[0]
        withdrawn = ErasureRequest.objects.filter(person=subject.person, withdrawn_at__isnull=False)
        erased += withdrawn.delete()[0]
        asked_for_others = ErasureRequest.objects.filter(asked_by=subject.person).exclude(person=subject.person)
        erased += asked_for_others.update(asked_by=None)
        return Outcome(erased=erased, kept={"erasure_request": 1})
