"""Which messages are due, overdue, or to be forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from network.messaging.enums import OPEN_STATES, MessageState

if TYPE_CHECKING:
    from network.messaging.models import OutboxMessage  # noqa: F401


class OutboxMessageQuerySet(models.QuerySet["OutboxMessage"]):
    """All moments are aware and passed in, so that one decision uses one clock reading."""

    def due(self, now: datetime) -> OutboxMessageQuerySet:
        """Waiting, and its time has come."""
        return self.filter(state=MessageState.QUEUED, next_attempt_at__lte=now)

    def abandoned(self, now: datetime) -> OutboxMessageQuerySet:
        """Claimed so long ago that its worker must be dead."""
        return self.filter(state=MessageState.SENDING, claimed_at__lte=now - settings.OUTBOX_LEASE)

    def overdue(self, now: datetime, by: timedelta) -> OutboxMessageQuerySet:
        """Should have been tried `by` ago and was not. A message that waits for its next attempt is not overdue."""
        return self.filter(state__in=OPEN_STATES, next_attempt_at__lt=now - by)

    def outlived(self, now: datetime) -> OutboxMessageQuerySet:
        """Past the time for which its address and its text may be kept (docs/privacy.md)."""
        return self.filter(purged_at=None).filter(
            Q(created_at__lt=now - settings.OUTBOX_RETENTION)
            | Q(secret=True, created_at__lt=now - settings.OUTBOX_SECRET_RETENTION)
        )
