from django.db import models
from django.utils.translation import gettext_lazy as _


class EventState(models.TextChoices):
    """How far an event is. What was once public is cancelled, never hidden again."""

    DRAFT = "draft", _("Entwurf")
    PUBLIC = "public", _("veröffentlicht")
    CANCELLED = "cancelled", _("abgesagt")


VISIBLE_STATES = (EventState.PUBLIC, EventState.CANCELLED)
"""States that everybody can see."""


class AttendanceMode(models.TextChoices):
    ONSITE = "onsite", _("vor Ort")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("vor Ort und online")


class SeatMode(models.TextChoices):
    """The way one person takes part: a hybrid event has both."""

    ONSITE = "onsite", _("vor Ort")
    ONLINE = "online", _("online")


SEAT_MODES: dict[str, tuple[SeatMode, ...]] = {
    AttendanceMode.ONSITE: (SeatMode.ONSITE,),
    AttendanceMode.ONLINE: (SeatMode.ONLINE,),
    AttendanceMode.HYBRID: (SeatMode.ONSITE, SeatMode.ONLINE),
}
