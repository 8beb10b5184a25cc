"""How every slice says what it knows of a person, and how it forgets it.

Each provider answers three questions: what is stored (Art. 15 and 20 GDPR), what of it goes when the person is erased
(Art. 17), and what must stay, why and until when (Art. 17 (3)). A test walks all relations to people and all columns
with an address or a name, and fails for one that no provider has in its `columns`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from network.accounts.models import Person, User
from network.privacy.labels import LABELS
from network.registry import Registry

Value = str | int | bool | date | datetime | None


@dataclass(frozen=True)
class Subject:
    """Whose data it is. `addresses` are proven to be theirs alone, in lower case: rows are found by them too."""

    person: Person
    user: User | None
    addresses: frozenset[str]


@dataclass(frozen=True)
class Fact:
    """One thing that is stored. `name` is for machines, `label` for people; `lang` where the words are German."""

    name: str
    label: str
    value: Value
    lang: str = ""

    @property
    def text(self) -> str:
        """The value as people of the active language write it; times in Europe/Berlin."""
        match self.value:
            case None | "":
                return "–"
            case bool():
                return _("ja") if self.value else _("nein")
            case datetime():
                return date_format(timezone.localtime(self.value), "SHORT_DATETIME_FORMAT")
            case date():
                return date_format(self.value, "SHORT_DATE_FORMAT")
            case _:
                return str(self.value)


@dataclass(frozen=True)
class Section:
    """A part of what is stored: its entries, each a list of facts, and how long they are kept."""

    name: str
    title: str
    retention: str
    entries: list[list[Fact]]


@dataclass(frozen=True)
class Retention:
    """What stays after an erasure, on what ground and how long; in words that the person reads."""

    name: str
    what: str | Promise
    reason: str | Promise
    until: str | Promise


@dataclass(frozen=True)
class Outcome:
    """What one provider did: how many rows it emptied or deleted, and how many it had to keep by which rule."""

    erased: int = 0
    kept: dict[str, int] = field(default_factory=dict)


class PersonalData(Protocol):
    """One slice's knowledge of a person. All of it runs in the caller's transaction."""

    @property
    def columns(self) -> frozenset[str]:
        """Every column it answers for, as "app_label.Model.field"."""
        ...

    @property
    def retains(self) -> Sequence[Retention]:
        """What stays after an erasure."""
        ...

    def export(self, subject: Subject) -> list[Section]:
        """What is stored about `subject`, without what others have told in confidence."""
        ...

    def erase(self, subject: Subject) -> Outcome:
        """Forget `subject`, but for what `retains` names. Running it again changes nothing."""
        ...


class ErasureObjection(Protocol):
    """Says in a sentence why `person` cannot be erased yet and what to do about it; nothing when they can."""

    def __call__(self, person: Person) -> Iterable[str]: ...


personal_data: Registry[PersonalData] = Registry("personal_data")
"""In the order of registration, which is that of INSTALLED_APPS: upper slices first, the account itself last."""

erasure_objections: Registry[ErasureObjection] = Registry("erasure_objections")


def facts_of(instance: Model, *names: str) -> list[Fact]:
    """The columns `names` of one row, with the label of each in the active language."""
    facts = []
    for name in names:
        display = getattr(instance, f"get_{name}_display", None)
        value = display() if display else getattr(instance, name)
        if not isinstance(value, str | int | date | None):
            value = str(value)
        facts.append(Fact(name, str(LABELS[name]), value))
    return facts
