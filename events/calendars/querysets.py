from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

if TYPE_CHECKING:
    from events.calendars.models import CalendarEntryText, FeedToken  # noqa: F401  (named in the bases as strings)


class CalendarEntryTextQuerySet(models.QuerySet["CalendarEntryText"]):
    def in_language(self, language: str) -> Self:
        """One text per entry: in `language`, in German where it is not translated.

        A meeting must not be missing from somebody's calendar because nobody translated it yet.
        """
        if language == settings.LANGUAGE_CODE:
            return self.filter(language=language)
        translated = self.model._base_manager.filter(entry=OuterRef("entry"), language=language)
        return self.filter(Q(language=language) | Q(~Exists(translated), language=settings.LANGUAGE_CODE))

    def public_since(self, since: datetime) -> Self:
        """Texts of public entries that ended at `since` or later, in the order of a feed."""
        return self.filter(entry__is_public=True, entry__ends_at__gte=since).order_by("entry__starts_at", "entry_id")

    def of_entries(self, entries: Iterable[int]) -> Self:
        return self.filter(entry__in=list(entries))


class FeedTokenQuerySet(models.QuerySet["FeedToken"]):
    def active(self) -> Self:
        return self.filter(revoked_at=None)

    def unused_since(self, moment: datetime, *, pause: timedelta) -> Self:
        """Tokens whose last noted use is more than `pause` before `moment`."""
        return self.filter(Q(last_used_at=None) | Q(last_used_at__lt=moment - pause))
