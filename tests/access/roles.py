"""Everybody who can stand before a door: the columns of docs/permissions.md."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from network.accounts.models import User
from network.organisations.enums import MembershipRole
from network.organisations.models import Membership
from tests.access.marks import INTERNAL
from tests.factories import people


@dataclass(frozen=True)
class Role:
    """`make(organisation)` makes the account; `organisation` is the one of the samples."""

    code: str
    heading: str
    who: str
    make: Callable[[Any], Any]
    enters_admin: bool = False

    @property
    def is_visitor(self) -> bool:
        return self.code == "visitor"


def _coworker(organisation):
    colleague = people.member("Kolleg*in mit Konto")
    Membership.objects.create(person=colleague, organisation=organisation, role=MembershipRole.COWORKER)
    return colleague.user


def _former(organisation):
    former = people.representative(organisation, name="Frühere Vertretung")
    yesterday = timezone.localdate() - timedelta(days=1)
    former.memberships.update(started_on=yesterday - timedelta(days=365), ended_on=yesterday)
    return former.user


ROLES = (
    Role("visitor", "Besuch", "jemand ohne Anmeldung", lambda _: people.visitor()),
    Role(
        "account",
        "Konto",
        "ein Konto ohne Person, etwa nach dem Löschen der Person",
        lambda _: User.objects.create_user("konto@example.org"),
    ),
    Role("member", "Person", "angemeldet, gehört zu keiner Organisation", lambda _: people.member("Ohne Verein").user),
    Role(
        "representative",
        "Vertretung",
        "vertritt den Beispielverein (bei mo)",
        lambda organisation: people.representative(organisation, name=f"Vertretung {INTERNAL}").user,
    ),
    Role("coworker", "Mitarbeit", "arbeitet im Beispielverein mit und hat ein Konto", _coworker),
    Role(
        "other",
        "andere Vertretung",
        "vertritt eine andere Organisation",
        lambda _: people.representative(people.organisation("Anderer Verein"), name="Andere Vertretung").user,
    ),
    Role("former", "frühere Vertretung", "hat den Beispielverein bis gestern vertreten", _former),
    Role("editor_mo", "Redaktion mo", "schreibt für beramí", lambda _: people.editor("mo"), enters_admin=True),
    Role(
        "publisher_mo", "Leitung mo", "veröffentlicht für beramí", lambda _: people.publisher("mo"), enters_admin=True
    ),
    Role(
        "editor_lotsen", "Redaktion lotsen", "schreibt für lagfa", lambda _: people.editor("lotsen"), enters_admin=True
    ),
    Role(
        "publisher_lotsen",
        "Leitung lotsen",
        "veröffentlicht für lagfa",
        lambda _: people.publisher("lotsen"),
        enters_admin=True,
    ),
    Role(
        "administrator", "Administration", "betreibt die Website", lambda _: people.administrator(), enters_admin=True
    ),
)
