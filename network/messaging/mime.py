"""From a stored message to a mail on the wire."""

from email.encoders import encode_base64
from email.message import Message
from email.mime.base import MIMEBase

from django.core.mail import EmailMultiAlternatives

from network.messaging.models import OutboxAttachment, OutboxMessage

CALENDAR_PARAMETERS = {"charset": "utf-8", "method": "PUBLISH"}
"""RFC 6047, section 2.4: `method` must be there and equal the METHOD of the file. Ours publish: the
person has already decided, so no program may ask "accept or decline?"."""


def mail_build(message: OutboxMessage) -> EmailMultiAlternatives:
    """The mail as every attempt sends it: same Message-ID, same texts, same files.

    Auto-Submitted (RFC 3834, section 5) and X-Auto-Response-Suppress (Exchange) keep absence notices
    away; NDR is not suppressed, since we want to hear of bounces.
    """
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[message.recipient],
        headers={
            "Message-ID": message.message_id,
            "Content-Language": message.language,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
            **_unsubscribe_headers(message),
        },
    )
    mail.attach_alternative(message.html, "text/html")
    for attachment in message.attachments.all():
        mail.attach(attachment_build(attachment))
    return mail


def _unsubscribe_headers(message: OutboxMessage) -> dict[str, str]:
    """One click beside the sender ends this kind of mail (RFC 2369, section 3.2; RFC 8058, section 3.1)."""
    if not message.unsubscribe_url:
        return {}
    return {
        "List-Unsubscribe": f"<{message.unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def attachment_build(attachment: OutboxAttachment) -> MIMEBase:
    """The file as a MIME part, always in base64: no server on the way may touch its line ends (RFC 5545, 3.1)."""
    (mimetype, _), *parameters = _parse(attachment.mimetype)
    defaults = CALENDAR_PARAMETERS if mimetype == "text/calendar" else {}
    part = MIMEBase(*mimetype.split("/"))
    for name, value in (defaults | dict(parameters)).items():
        part.set_param(name, value)
    part.set_payload(bytes(attachment.content))
    encode_base64(part)
    filename = attachment.filename
    part.add_header(
        "Content-Disposition",
        "attachment",
        filename=filename if filename.isascii() else ("utf-8", "", filename),
    )
    return part


def _parse(mimetype: str) -> list[tuple[str, str]]:
    """Split "text/calendar; method=REQUEST" into [("text/calendar", ""), ("method", "REQUEST")]."""
    header = Message()
    header["Content-Type"] = mimetype
    return header.get_params() or []
