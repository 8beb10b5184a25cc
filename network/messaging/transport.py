"""Hand a mail to the mail server, and understand its answer."""

import re
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django_q.exceptions import TimeoutException

from network.messaging.mime import mail_build
from network.messaging.models import OutboxMessage

REASON_LENGTH = 500
"""Characters of a server's answer worth keeping."""

_POLICY = re.compile(r"\s*5\.7\.")
"""Enhanced status 5.7.x speaks of us (blocked sender, relaying denied), not of the mailbox (RFC 3463, 3.8)."""


@dataclass
class Refusal(Exception):  # noqa: N818  (what happened, in the words of the trade)
    """The mail was not accepted.

    `reason` is for administrators: the server's own words, which often quote the address.
    `kind` is for the log and quotes nothing. `is_bounce`: there is no such mailbox, for good.
    `is_final`: the mail itself is broken, and tomorrow it will be so too.
    """

    kind: str
    reason: str
    is_bounce: bool = False
    is_final: bool = False


@contextmanager
def mail_send(message: OutboxMessage) -> Iterator[None]:
    """The body runs when the server has accepted the mail, before the connection is closed.

    Raises `Refusal` when it has not. Errors of the body itself pass through.
    """
    mail = _build(message)
    connection = get_connection()
    try:
        _offer(mail, connection)
        yield
    finally:
        with suppress(Exception):  # the answer to QUIT changes nothing any more
            connection.close()


def _offer(mail: EmailMultiAlternatives, connection: BaseEmailBackend) -> None:
    try:
        connection.open()  # by hand: what send_messages opens, it also closes, before our note
        accepted = connection.send_messages([mail])
    except (Exception, TimeoutException) as error:  # the worker's time limit is a failed attempt like others
        raise _understand(error) from error
    else:
        if not accepted:
            raise Refusal("NotAccepted", "Der Mailserver hat die Nachricht nicht angenommen.")


def _build(message: OutboxMessage) -> EmailMultiAlternatives:
    """Build the mail and its headers once on trial: Django refuses line breaks in headers there."""
    try:
        mail = mail_build(message)
        mail.message()
    except ValueError as error:
        raise Refusal(type(error).__name__, _one_line(f"{type(error).__name__}: {error}"), is_final=True) from error
    return mail


def _understand(error: BaseException) -> Refusal:
    kind = type(error).__name__
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, answer = next(iter(error.recipients.values()))
            words = _words(answer)
            is_bounce = 500 <= code < 600 and not _POLICY.match(words)
            return Refusal(f"{kind} {code}", _one_line(f"{code} {words}"), is_bounce=is_bounce)
        case smtplib.SMTPResponseException():
            code, words = error.smtp_code, _words(error.smtp_error)
            return Refusal(f"{kind} {code}", _one_line(f"{code} {words}"))
        case _:
            return Refusal(kind, _one_line(f"{kind}: {error}"))


def _words(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer


def _one_line(words: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(printable.split())[:REASON_LENGTH]
