"""The life of a message: enqueued, claimed, sent or tried again, given up, forgotten.

Never lost: the row is written in the caller's transaction, and a sweep every minute finds what has
no living worker. Doubled only when a worker dies between the server's acceptance and our note of it;
then the second copy carries the same Message-ID (docs/decisions/0004-outbox.md).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django_q.brokers import get_broker
from django_q.tasks import async_task
from wagtail.log_actions import log as log_action

from network.messaging.enums import OPEN_STATES, MessageState
from network.messaging.models import OutboxAttachment, OutboxMessage
from network.messaging.permissions import may_resend
from network.messaging.rendering import mail_render
from network.messaging.transport import Refusal, mail_send

DELIVER_TASK = "network.messaging.tasks.deliver"

RETRY_DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 24 * 60))
"""Waiting time after the first, second, … failed attempt: two and a half days in all, so that a mail
server that breaks on Friday evening is still in time on Monday morning."""

SWEEP_LIMIT = 200
"""How many tasks the sweep lets wait at a time. More would only stand before the other tasks' door."""

PURGE_LIMIT = 1000
"""Messages emptied in one run, to keep the write lock short."""

_MIMETYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?:; *[\w-]+=[\w.+-]+)*")
_FILENAME = re.compile(r"[^\x00-\x1f\x7f/\\]{1,200}")

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Attachment:
    """A file to go with a mail. "text/calendar" gets charset and method when `mimetype` gives none."""

    filename: str
    content: bytes
    mimetype: str

    def __post_init__(self) -> None:
        """Both end up in mail headers: a line break in one of them would write a header of its own."""
        if not _FILENAME.fullmatch(self.filename):
            raise ValueError("not a file name")
        if not _MIMETYPE.fullmatch(self.mimetype):
            raise ValueError("not a media type")


# --- In ------------------------------------------------------------------------------------------
@transaction.atomic
def message_enqueue(
    *,
    key: str,
    template: str,
    to: str,
    language: str,
    context: Mapping[str, object],
    attachments: Sequence[Attachment] = (),
    secret: bool = False,
    unsubscribe_url: str = "",
) -> OutboxMessage:
    """Write a mail into the outbox, within the caller's transaction; it leaves after the commit.

    `key` names the reason for the mail and no person. The same key again returns the first message
    unchanged, also when two processes ask at once, so a repeated submit sends one mail.
    The texts are rendered now: they say what is true in this transaction, whatever happens later.
    `secret` texts (sign-in codes) are hidden from the admin and erased after OUTBOX_SECRET_RETENTION;
    one that could not be sent by then never is.
    `unsubscribe_url` is for mails one may do without: mail programs offer it beside the sender (RFC 8058).

    Raises `ValidationError` when `to` is not an address, `TemplateDoesNotExist`.
    """
    known = OutboxMessage.objects.filter(key=key).first()
    if known is not None:
        return known
    validate_email(to)
    mail = mail_render(template=template, language=language, context=context)
    message, is_new = OutboxMessage.objects.get_or_create(
        key=key,
        defaults={
            "template": template,
            "recipient": to,
            "language": mail.language,
            "subject": mail.subject,
            "text": mail.text,
            "html": mail.html,
            "secret": secret,
            "unsubscribe_url": unsubscribe_url,
        },
    )
    if is_new:
        OutboxAttachment.objects.bulk_create(
            OutboxAttachment(message=message, filename=file.filename, mimetype=file.mimetype, content=file.content)
            for file in attachments
        )
        transaction.on_commit(partial(_hand_over, message.pk))
        log.info("outbox.queued", outbox_message=message.pk, template=template)
    return message


def _hand_over(pk: int) -> None:
    """Tell a worker. Whatever goes wrong here costs a minute, not the mail, and must not spoil the request:
    what the person did is committed, and the sweep will find the message."""
    try:
        async_task(DELIVER_TASK, pk, q_options={"save": False})
    except Exception as error:  # noqa: BLE001  (any broker, any failure)
        log.warning("outbox.handover_failed", outbox_message=pk, error=type(error).__name__)


# --- Out -----------------------------------------------------------------------------------------
def message_deliver(pk: int) -> MessageState | None:
    """Send one message if it is due and nobody else has claimed it; returns its new state, else None.

    The claim is committed before the first byte goes out. So two workers never send the same message,
    and a worker that dies leaves a mark (`sending`) from which the sweep takes up the work again.
    """
    claimed_at = timezone.now()
    with transaction.atomic(durable=True):  # refuses to run inside a transaction, where the claim would not hold
        claimed = OutboxMessage.objects.due(claimed_at).filter(pk=pk)
        if not claimed.update(state=MessageState.SENDING, claimed_at=claimed_at):
            return None
    message = OutboxMessage.objects.get(pk=pk)
    try:
        with mail_send(message):
            # Noted while the connection is still open: saying goodbye to the server may take seconds,
            # and each of them would be one in which a kill doubles the mail.
            _note_sent(message)
    except Refusal as refusal:
        return _note_refusal(message, refusal)
    return MessageState.SENT


def _note_sent(message: OutboxMessage) -> None:
    """Also when our lease has run out meanwhile and the message waits again: it has been accepted."""
    OutboxMessage.objects.filter(pk=message.pk, state__in=OPEN_STATES).update(
        state=MessageState.SENT,
        sent_at=timezone.now(),
        claimed_at=None,
        attempts=F("attempts") + 1,
        last_error="",
    )
    log.info("outbox.sent", outbox_message=message.pk, template=message.template, attempt=message.attempts + 1)


def _note_refusal(message: OutboxMessage, refusal: Refusal) -> MessageState | None:
    """Plan the next attempt, or give up. Does nothing (None) when the claim is no longer ours."""
    attempts = message.attempts + 1
    changes: dict[str, Any] = {"attempts": attempts, "last_error": refusal.reason, "claimed_at": None}
    if refusal.is_bounce:
        state = MessageState.BOUNCED
    elif refusal.is_final or attempts > len(RETRY_DELAYS):
        state = MessageState.FAILED
    else:
        state = MessageState.QUEUED
        changes["next_attempt_at"] = timezone.now() + RETRY_DELAYS[attempts - 1]
    # `claimed_at` is the token of the claim: after a pause longer than the lease another worker has its own.
    ours = OutboxMessage.objects.filter(pk=message.pk, state=MessageState.SENDING, claimed_at=message.claimed_at)
    if not ours.update(state=state, **changes):
        return None
    log.warning(
        "outbox.refused",
        outbox_message=message.pk,
        template=message.template,
        state=str(state),
        attempt=attempts,
        error=refusal.kind,
    )
    return state


def outbox_sweep() -> int:
    """Find what no worker is going to send, and tell one. Returns how many messages were handed over.

    Relies on the outbox table alone, not on django-q's redelivery (which would take ten minutes).
    A message handed over twice is sent once: the second task finds it claimed.
    """
    now = timezone.now()
    taken_back = OutboxMessage.objects.abandoned(now).update(state=MessageState.QUEUED, claimed_at=None)
    if taken_back:
        log.warning("outbox.taken_back", messages=taken_back)
    room = max(0, SWEEP_LIMIT - int(get_broker().queue_size()))
    waiting = OutboxMessage.objects.due(now).order_by("next_attempt_at", "pk").values_list("pk", flat=True)[:room]
    for pk in waiting:
        _hand_over(pk)
    return len(waiting)


# --- Afterwards ----------------------------------------------------------------------------------
@transaction.atomic
def message_retry(*, message: OutboxMessage, user: Any) -> OutboxMessage:
    """Put an undelivered message back into the queue, with the whole row of attempts before it.

    Raises `PermissionDenied` when `user` may not, or when there is nothing left to send.
    """
    locked = OutboxMessage.objects.select_for_update().get(pk=message.pk)
    if not may_resend(user, locked):
        raise PermissionDenied
    locked.state = MessageState.QUEUED
    locked.attempts = 0
    locked.next_attempt_at = timezone.now()
    locked.save(update_fields=["state", "attempts", "next_attempt_at"])
    log_action(locked, "messaging.resend", user=user)
    transaction.on_commit(partial(_hand_over, locked.pk))
    return locked


@transaction.atomic
def message_mark_bounced(*, message_id: str, reason: str) -> OutboxMessage | None:
    """Note that a mail came back after a server had accepted it. None when the Message-ID is not ours.

    `reason` is what the bounce says (RFC 3463); it goes when the message's content goes.
    """
    message = OutboxMessage.objects.select_for_update().filter(message_id=message_id).first()
    if message is None:
        return None
    message.state = MessageState.BOUNCED
    message.claimed_at = None
    message.last_error = "" if message.purged_at else reason
    message.save(update_fields=["state", "claimed_at", "last_error"])
    log.warning("outbox.bounced", outbox_message=message.pk, template=message.template)
    return message


@transaction.atomic
def outbox_purge() -> int:
    """Erase address, texts and files of messages past their time; returns how many.

    Row, key, state and times stay: the key so that the same reason never sends again, the rest as a
    count without persons. What was still waiting is given up: a code that has expired helps nobody.
    """
    now = timezone.now()
    # One that is being sent is left for the next run; its worker has the text in its hands anyway.
    outlived = OutboxMessage.objects.outlived(now).exclude(state=MessageState.SENDING)
    return _empty(list(outlived.select_for_update().order_by("pk").values_list("pk", flat=True)[:PURGE_LIMIT]), now)


@transaction.atomic
def messages_forget(messages: QuerySet[OutboxMessage]) -> int:
    """Erase address, texts and files of these messages now, because a person in them is erased; returns how many.

    What was still waiting is not sent any more. One in a worker's hands is emptied too: `_note_sent` minds no text.
    """
    pks = list(messages.filter(purged_at=None).select_for_update().order_by("pk").values_list("pk", flat=True))
    return _empty(pks, timezone.now())


def _empty(pks: list[int], now: datetime) -> int:
    chosen = OutboxMessage.objects.filter(pk__in=pks)
    texts = ("recipient", "subject", "text", "html", "last_error", "unsubscribe_url")
    empty: dict[str, Any] = {**dict.fromkeys(texts, ""), "purged_at": now}
    chosen.filter(state__in=OPEN_STATES).update(state=MessageState.FAILED, claimed_at=None, **empty)
    chosen.update(**empty)
    OutboxAttachment.objects.filter(message__in=pks).delete()
    if pks:
        log.info("outbox.purged", messages=len(pks))
    return len(pks)
