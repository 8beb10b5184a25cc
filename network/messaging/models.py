"""The outbox: a row for each mail, written in the transaction that gives the reason for it."""

import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.messaging.enums import UNDELIVERED_STATES, MessageState
from network.messaging.querysets import OutboxMessageQuerySet


def new_message_id() -> str:
    """A Message-ID of our own domain (RFC 5322, section 3.6.4), fixed before the first attempt.

    Mail programs recognise a second copy by it, which is all that can be done about the one case
    in which SMTP forces a doublet: the server accepted, and we died before we noted it.
    """
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"<{uuid.uuid4()}@{host.encode('idna').decode()}>"


class OutboxMessage(models.Model):
    """One mail to one person.

    `key` names the reason ("registration-confirmed:812"), never a person: it outlives the address,
    so that the same reason never sends a second mail. What is personal is erased by `outbox_purge`.
    """

    key = models.CharField(_("Schlüssel"), max_length=200, unique=True)
    template = models.CharField(_("Vorlage"), max_length=100)
    recipient = models.EmailField(_("Empfänger*in"), blank=True)
    language = models.CharField(_("Sprache"), max_length=20)
    subject = models.CharField(_("Betreff"), max_length=250, blank=True)
    text = models.TextField(_("Text"), blank=True)
    html = models.TextField(_("HTML"), blank=True)
    message_id = models.CharField(_("Message-ID"), max_length=255, unique=True, default=new_message_id)
    secret = models.BooleanField(_("vertraulich"), default=False)
    unsubscribe_url = models.CharField(_("Link zum Abbestellen"), max_length=300, blank=True, default="")

    state = models.CharField(_("Zustand"), max_length=10, choices=MessageState.choices, default=MessageState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("Versuche"), default=0)
    last_error = models.TextField(_("letzter Fehler"), blank=True)
    next_attempt_at = models.DateTimeField(_("nächster Versuch"), default=timezone.now)
    claimed_at = models.DateTimeField(_("in Arbeit seit"), null=True, blank=True)
    sent_at = models.DateTimeField(_("gesendet am"), null=True, blank=True)
    purged_at = models.DateTimeField(_("Inhalt gelöscht am"), null=True, blank=True)
    created_at = models.DateTimeField(_("angelegt am"), default=timezone.now)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("Nachricht im Postausgang")
        verbose_name_plural = _("Postausgang")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view",)
        permissions = [("resend_outboxmessage", "Kann Nachrichten erneut senden")]
        indexes = [
            models.Index(
                fields=["state", "next_attempt_at"],
                name="outbox_open",
                condition=Q(state__in=["queued", "sending"]),
            ),
            models.Index(fields=["created_at"], name="outbox_unpurged", condition=Q(purged_at=None)),
        ]
        constraints = [
            models.CheckConstraint(name="outbox_state_known", condition=Q(state__in=MessageState.values)),
            models.CheckConstraint(name="outbox_key_given", condition=~Q(key="")),
            models.CheckConstraint(
                name="outbox_claimed_while_sending",
                condition=Q(state="sending", claimed_at__isnull=False)
                | (~Q(state="sending") & Q(claimed_at__isnull=True)),
            ),
            models.CheckConstraint(name="outbox_sent_has_time", condition=~Q(state="sent") | Q(sent_at__isnull=False)),
            models.CheckConstraint(
                name="outbox_open_is_unsent",
                condition=~Q(state__in=["queued", "sending"]) | Q(sent_at__isnull=True, purged_at__isnull=True),
            ),
            models.CheckConstraint(
                name="outbox_undelivered_has_reason",
                condition=~Q(state__in=["failed", "bounced"]) | ~Q(last_error="") | Q(purged_at__isnull=False),
            ),
            models.CheckConstraint(
                name="outbox_purged_is_empty",
                condition=Q(purged_at__isnull=True, recipient__gt="")
                | Q(
                    purged_at__isnull=False,
                    recipient="",
                    subject="",
                    text="",
                    html="",
                    last_error="",
                    unsubscribe_url="",
                ),
            ),
            # The last line of defence against a header smuggled in with somebody's input.
            models.CheckConstraint(
                name="outbox_headers_one_line",
                condition=~Q(subject__contains="\n")
                & ~Q(subject__contains="\r")
                & ~Q(recipient__contains="\n")
                & ~Q(recipient__contains="\r")
                & ~Q(unsubscribe_url__contains="\n")
                & ~Q(unsubscribe_url__contains="\r"),
            ),
        ]

    def __str__(self) -> str:
        """Without the address: this text is copied into Wagtail's log, which is kept longer."""
        return f"{self.template} #{self.pk}"

    @property
    def is_resendable(self) -> bool:
        """Given up without having been accepted by a server, and its text is still there."""
        return self.state in UNDELIVERED_STATES and self.sent_at is None and self.purged_at is None


class OutboxAttachment(models.Model):
    """A file of a message. Kept in the database: it comes and goes in the same transaction as the mail."""

    message = models.ForeignKey(OutboxMessage, on_delete=models.CASCADE, related_name="attachments")
    filename = models.CharField(_("Dateiname"), max_length=200)
    mimetype = models.CharField(_("Art"), max_length=200)
    content = models.BinaryField(_("Inhalt"))

    class Meta:
        verbose_name = _("Anhang")
        verbose_name_plural = _("Anhänge")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.filename
