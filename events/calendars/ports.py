"""How the slices above put dates into a person's own calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from events.calendars.enums import EntryStatus
from events.calendars.models import CalendarEntry
from network.accounts.models import Person
from network.registry import Registry


@dataclass(frozen=True)
class PersonalEntry:
    """An entry as one person sees it. Everything left out is as in the public feed.

    A cancelled entry stays cancelled, whatever the person's own status.
    """

    entry: CalendarEntry
    status: EntryStatus | None = None
    label: str = ""
    """Stands before the summary, without colon: "Warteliste", "Platz angeboten"."""
    lines: tuple[str, ...] = ()
    """Only for this person, above the description: the online link, the meeting point. Plain text."""
    url: str = ""
    last_modified: datetime | None = None
    """When what only this person sees changed last; aware."""
    revision: int = 0
    """How often the person's own status or place changed; added to SEQUENCE. Never sinks."""


class FeedSource(Protocol):
    """Gives a person's entries that end at `since` (aware) or later, in a fixed number of queries.

    Called with the feed's language active, so that labels and lines speak it. What a person withdrew
    from is given as CANCELLED as long as it is in the window: an entry that is only left out can stay
    on a phone.
    """

    def __call__(self, person: Person, since: datetime) -> Iterable[PersonalEntry]: ...


feed_sources: Registry[FeedSource] = Registry("feed_sources")
