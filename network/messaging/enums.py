"""The states of a message."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageState(models.TextChoices):
    """queued → sending → sent; a failure leads back to queued, too many to failed; see `services`."""

    QUEUED = "queued", _("wartet")
    SENDING = "sending", _("wird gesendet")
    SENT = "sent", _("gesendet")
    FAILED = "failed", _("gescheitert")
    BOUNCED = "bounced", _("unzustellbar")


OPEN_STATES = (MessageState.QUEUED, MessageState.SENDING)
"""The product still has to do something."""

UNDELIVERED_STATES = (MessageState.FAILED, MessageState.BOUNCED)
"""The product has given up; a person may try again."""
