"""How upper slices put something on the members' home."""

from dataclasses import dataclass, field
from typing import Protocol

from network.accounts.models import Person
from network.registry import Registry


@dataclass(frozen=True)
class Panel:
    """One part of the members' home: a template and what it shows."""

    template: str
    context: dict[str, object] = field(default_factory=dict)


class HomePanel(Protocol):
    """Builds one panel for `person`, or None when there is nothing to say."""

    def __call__(self, person: Person) -> Panel | None: ...


home_panels: Registry[HomePanel] = Registry("home_panels")
