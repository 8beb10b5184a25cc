"""How the slices above take part in an event's life."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from events.programme.models import Event, EventSession
from network.registry import Registry


class EventChangeKind(Enum):
    SAVED = "saved"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class SessionChange:
    """A session that was public and now has another time or place, or is cancelled."""

    session: EventSession
    version: int
    """SEQUENCE of its calendar entry after the change."""
    old_starts_at: datetime
    old_ends_at: datetime
    old_location: str


@dataclass(frozen=True)
class EventChange:
    """What happened to an event, told inside the same transaction."""

    kind: EventChangeKind
    sessions: list[SessionChange] = field(default_factory=list)


class EventObserver(Protocol):
    """Called after an event was saved. May raise ValidationError to refuse the change."""

    def __call__(self, event: Event, change: EventChange) -> None: ...


event_observers: Registry[EventObserver] = Registry("event_observers")


@dataclass(frozen=True)
class Availability:
    """What a visitor reads about seats, in words, and where to join."""

    label: str
    join_url: str = ""
    is_open: bool = False
    free: int | None = None
    """Seats left, for an event's own page. None: not limited, or not said."""


class AvailabilityProvider(Protocol):
    """Answers for several events at once, in a fixed number of queries: {event pk: answer}."""

    def __call__(self, events: Sequence[Event]) -> dict[int, Availability]: ...


availability_providers: Registry[AvailabilityProvider] = Registry("availability")
