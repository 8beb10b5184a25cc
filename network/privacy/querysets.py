from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from network.privacy.models import Consent, ErasureRequest  # noqa: F401


class ConsentQuerySet(models.QuerySet["Consent"]):
    def valid(self) -> ConsentQuerySet:
        """Given and not withdrawn. Whoever relies on a consent asks this in the moment of use."""
        return self.filter(withdrawn_at__isnull=True)


class ErasureQuerySet(models.QuerySet["ErasureRequest"]):
    def open(self) -> ErasureQuerySet:
        """Asked for, neither taken back nor carried out."""
        return self.filter(withdrawn_at__isnull=True, erased_at__isnull=True, person__isnull=False)

    def due(self, now: datetime) -> ErasureQuerySet:
        """Past the time to think it over. `now` is aware."""
        return self.open().filter(due_at__lte=now)
