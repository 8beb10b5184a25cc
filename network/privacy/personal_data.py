"""What the slices below this one know of a person: the outbox, Wagtail's own rows, the account."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import ForeignObjectRel, ProtectedError, Q, QuerySet
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.users.models import UserProfile

from network.accounts.models import Person, User
from network.messaging.models import OutboxMessage
from network.messaging.services import messages_forget
from network.privacy.log_labels import erased_name, log_labels_erase
from network.privacy.ports import Fact, Outcome, Retention, Section, Subject, facts_of


class Messages:
    """Mails to the person, by address."""

    columns = frozenset({"messaging.OutboxMessage.recipient"})
    retains = (
        Retention(
            "outbox_rows",
            gettext_lazy("Dass eine Nachricht verschickt wurde, ohne Adresse, Betreff und Text."),
            gettext_lazy("Damit aus demselben Anlass keine zweite Nachricht abgeht."),
            gettext_lazy("Unbefristet; ohne Bezug zu Ihnen."),
        ),
    )

    def export(self, subject: Subject) -> list[Section]:
        entries = []
        for message in self._rows(subject):
            # A code to sign in stands in the subject too: not even its owner reads it here.
            texts = () if message.secret else ("subject", "text")
            entries.append(facts_of(message, "created_at", "sent_at", *texts))
        days = settings.OUTBOX_RETENTION.days
        retention = ngettext("%(days)d Tag", "%(days)d Tage", days) % {"days": days}
        return [Section("messages", _("E-Mails an Sie"), retention, entries)]

    def erase(self, subject: Subject) -> Outcome:
        forgotten = messages_forget(self._rows(subject))
        return Outcome(erased=forgotten, kept={"outbox_rows": forgotten} if forgotten else {})

    def _rows(self, subject: Subject) -> QuerySet[OutboxMessage]:
        chosen = Q(pk__in=[])
        for address in subject.addresses:
            chosen |= Q(recipient__iexact=address)
        return OutboxMessage.objects.filter(chosen)


EDITING_APPS = frozenset({"wagtailcore", "wagtailadmin", "wagtailusers", "wagtaildocs", "wagtailimages", "media"})


def _editing_relations() -> list[ForeignObjectRel]:
    """Every column in which Wagtail, or a picture or file of ours, notes which account did something."""
    return [
        relation
        for relation in User._meta.get_fields(include_hidden=True)
        if isinstance(relation, ForeignObjectRel) and relation.related_model._meta.app_label in EDITING_APPS
    ]


def _desk_words(entry: ModelLogEntry | PageLogEntry) -> str:
    """What the log says at the editors' desk, which is German."""
    with translation.override(settings.LANGUAGE_CODE):
        return str(entry.message)


class Editing:
    """What an account did at the editors' desk. The work stays, the link to the account goes."""

    retains = (
        Retention(
            "editing_log",
            gettext_lazy("Was in der Redaktion getan wurde und wann, ohne Ihren Namen."),
            gettext_lazy("Nachweis gegenüber dem Fördergeber, wie Angaben und Entscheidungen zustande kamen."),
            gettext_lazy("Solange es den Vorgang gibt; ohne Bezug zu Ihnen."),
        ),
    )

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(
            f"{relation.related_model._meta.label}.{relation.field.name}" for relation in _editing_relations()
        )

    def export(self, subject: Subject) -> list[Section]:
        if subject.user is None:
            return []
        done = []
        for relation in _editing_relations():
            model = relation.related_model
            if model in (ModelLogEntry, PageLogEntry):
                continue
            number = model._base_manager.filter(**{relation.field.name: subject.user.pk}).count()
            if number:
                name = f"{model._meta.model_name}.{relation.field.name}"
                with translation.override(settings.LANGUAGE_CODE):  # the editors' desk is German
                    kind = str(capfirst(model._meta.verbose_name_plural))
                done.append([Fact("kind", _("Art"), kind, lang="de"), Fact(name, _("Anzahl"), number)])
        log = [
            [Fact("timestamp", _("Wann"), entry.timestamp), Fact("action", _("Was"), _desk_words(entry), lang="de")]
            for model in (ModelLogEntry, PageLogEntry)
            for entry in model.objects.filter(user_id=subject.user.pk).order_by("timestamp")
        ]
        work = _("Bis Ihr Konto gelöscht wird; die Arbeit selbst bleibt")
        return [
            Section("editing", _("Ihre Arbeit in der Redaktion"), work, done),
            Section("log", _("Was Sie getan haben"), work, log),
        ]

    def erase(self, subject: Subject) -> Outcome:
        if subject.user is None:
            return Outcome()
        for profile in UserProfile.objects.filter(user=subject.user).exclude(avatar=""):
            profile.avatar.delete(save=False)  # the row goes with the account, its file would stay
        # Everything else goes, or loses its link, with the account itself (on_delete). The log has no constraint.
        kept = sum(
            model.objects.filter(user_id=subject.user.pk).update(user=None) for model in (ModelLogEntry, PageLogEntry)
        )
        return Outcome(kept={"editing_log": kept} if kept else {})


class Account:
    """The person and how they sign in. Comes last: what others still hold of the person decides what is left."""

    columns = frozenset(
        {
            "accounts.Person.user", "accounts.Person.name", "accounts.Person.email", "accounts.Person.phone",
            "accounts.User.email", "accounts.User_groups.user", "accounts.User_user_permissions.user",
            "account.EmailAddress.user", "account.EmailAddress.email", "mfa.Authenticator.user",
            "usersessions.UserSession.user",
        }
    )  # fmt: skip
    retains = (
        Retention(
            "empty_person",
            gettext_lazy("Ein leerer Eintrag „Gelöschte Person“, wenn Sie zu Terminen angemeldet waren."),
            gettext_lazy("Damit die Zahl der Teilnehmenden für den Fördergeber stimmt."),
            gettext_lazy("So lange wie der Termin; ohne Bezug zu Ihnen."),
        ),
    )

    def export(self, subject: Subject) -> list[Section]:
        kept = _("Bis Sie Ihre Daten löschen lassen")
        person = facts_of(subject.person, "name", "email", "phone", "preferred_language", "created_at")
        sections = [Section("person", _("Ihre Angaben"), kept, [person])]
        if subject.user is None:
            return sections
        user = subject.user
        account = facts_of(user, "email", "preferred_language", "is_staff", "date_joined", "last_login")
        account += [Fact("group", _("Gruppe"), group.name) for group in user.groups.all()]
        addresses = [
            [Fact("email", _("E-Mail-Adresse"), row.email), Fact("verified", _("bestätigt"), row.verified)]
            for row in EmailAddress.objects.filter(user=user)
        ]
        factors = [
            [
                Fact("type", _("Art"), str(row.get_type_display())),
                Fact("created_at", _("angelegt"), row.created_at),
                Fact("last_used_at", _("zuletzt benutzt"), row.last_used_at),
            ]
            for row in Authenticator.objects.filter(user=user)
        ]
        sessions = [
            [
                Fact("device", _("Gerät"), row.user_agent),
                Fact("created_at", _("eingeloggt seit"), row.created_at),
                Fact("last_seen_at", _("zuletzt benutzt"), row.last_seen_at),
            ]
            for row in UserSession.objects.filter(user=user)
        ]
        days = settings.SESSION_COOKIE_AGE // (24 * 60 * 60)
        return [
            *sections,
            Section("account", _("Ihr Konto"), kept, [account]),
            Section("addresses", _("Ihre E-Mail-Adressen"), kept, addresses),
            Section("second_factor", _("Zweiter Schritt beim Einloggen"), kept, factors),
            Section(
                "sessions",
                _("Wo ich eingeloggt bin"),
                ngettext("%(days)d Tag", "%(days)d Tage", days) % {"days": days},
                sessions,
            ),
        ]

    def erase(self, subject: Subject) -> Outcome:
        person = Person.objects.select_for_update().filter(pk=subject.person.pk).first()
        erased = log_labels_erase(Person, [subject.person.pk])
        if subject.user is not None:
            keys = UserSession.objects.filter(user=subject.user).values_list("session_key", flat=True)
            Session.objects.filter(session_key__in=list(keys)).delete()
            log_labels_erase(User, [subject.user.pk])
            erased += User.objects.filter(pk=subject.user.pk).delete()[0]
        if person is None:
            return Outcome(erased=erased)
        try:
            with transaction.atomic():
                Person.objects.get(pk=person.pk).delete()
        except ProtectedError:
            Person.objects.filter(pk=person.pk).update(
                user=None, name=erased_name(), email="", phone="", preferred_language=settings.LANGUAGE_CODE,
                created_at=timezone.now(), erased_at=timezone.now(),
            )  # fmt: skip
            return Outcome(erased=erased, kept={"empty_person": 1})
        return Outcome(erased=erased + 1)
