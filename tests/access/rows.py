"""What an address answers to whom: an action decides who gets in, a row says what the others are told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fnmatch import fnmatchcase
from typing import Any

from tests.access.answers import Answer

OPEN, SIGN_IN, DENIED, ABSENT, METHOD = Answer.OPEN, Answer.SIGN_IN, Answer.DENIED, Answer.ABSENT, Answer.METHOD
BROKEN = Answer.BROKEN


class Area(Enum):
    """How a part of the site turns people away: visitors, accounts without a person, everybody else."""

    SITE = (ABSENT, ABSENT, ABSENT)
    """As if there were nothing."""
    MEMBERS = (SIGN_IN, DENIED, ABSENT)
    """Whether a foreign record exists is nobody else's business."""
    PRIVATE = (SIGN_IN, DENIED, DENIED)
    OWN = (SIGN_IN, ABSENT, ABSENT)
    """What belongs to an account, and is nobody else's business."""
    DESK = (SIGN_IN, DENIED, DENIED, "only who may enter the admin is told more")


@dataclass(frozen=True)
class Row:
    """`routes` is a name as reverse() takes it, or a glob of names (for Wagtail's own and allauth's).

    `get` and `post` are the answers to those whom the action `needs` lets in; several, where it does
    not matter. `arguments` are the parameters that differ from those every route is filled with.
    `refused` is what the others are told who may enter this part of the site; those whom the action `known_to`
    lets in know that the thing exists, and are told that they may not.
    `reveals`: whoever has the secret address may read what is behind it.
    """

    routes: str
    needs: str
    area: Area = Area.DESK
    get: tuple[Answer, ...] = (OPEN,)
    post: tuple[Answer, ...] = (OPEN,)
    refused: Answer | None = None
    known_to: str = ""
    label: str = ""
    arguments: Callable[[Any], Mapping[str, Any] | tuple[Any, ...] | str] = lambda world: {}
    query: Callable[[Any], Mapping[str, Any]] = lambda world: {}
    data: Mapping[str, Any] = field(default_factory=dict)
    reveals: bool = False

    @property
    def is_glob(self):
        return "*" in self.routes and not self.routes.startswith("<")

    def matches(self, route):
        return fnmatchcase(route.name, self.routes) if self.is_glob else route.name == self.routes

    def expected(self, role, method, may):
        """The answers `role` may get; `may` is what each action says of them."""
        answers = self.get if method == "get" else self.post
        if may[self.needs]:
            return answers
        refused = (DENIED if may.get(self.known_to) else self.refusal(role),)
        if self.area is Area.DESK and not role.is_visitor:
            # The guard of the page admin asks before the door does, and then there is no such page.
            refused = (*refused, *(() if role.enters_admin else (ABSENT,)))
        return (*refused, METHOD) if METHOD in answers else refused

    def refusal(self, role):
        visitor, account, others, *_ = self.area.value
        if role.is_visitor:
            return visitor
        if role.code == "account":
            return account
        may_be_told = self.area is not Area.DESK or role.enters_admin
        return self.refused if self.refused is not None and may_be_told else others


def rows_of(route, rows):
    """The rows for `route`: its own ones, else what the closest glob says."""
    matching = [row for row in rows if row.matches(route)]
    globs = sorted((row for row in matching if row.is_glob), key=lambda row: len(row.routes))
    return [row for row in matching if not row.is_glob] or globs[-1:]
