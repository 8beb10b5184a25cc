from typing import TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class TermQuerySet(models.QuerySet[M]):
    """Terms of one list, in the editors' order."""

    def active(self) -> "TermQuerySet[M]":
        """What can be chosen today. A term that was switched off stays where it was used."""
        return self.filter(is_active=True)
