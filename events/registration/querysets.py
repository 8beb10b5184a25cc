from typing import TYPE_CHECKING

from django.db import models

from events.registration.enums import ACTIVE_STATES

if TYPE_CHECKING:
    from events.registration.models import Registration  # noqa: F401


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def active(self) -> "RegistrationQuerySet":
        """Not cancelled by anybody."""
        return self.filter(state__in=ACTIVE_STATES)
