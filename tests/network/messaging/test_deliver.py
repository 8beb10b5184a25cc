"""Sending one message: what the recipient gets, and what each answer of the server leads to."""

import smtplib
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django_q.exceptions import TimeoutException

from network.messaging.enums import MessageState
from network.messaging.models import OutboxMessage
from network.messaging.services import RETRY_DELAYS, message_deliver
from tests.factories.messaging import OutboxAttachmentFactory, OutboxMessageFactory

pytestmark = pytest.mark.django_db


def on_the_wire(mail):
    return message_from_bytes(mail.message().as_bytes(linesep="\r\n"), policy=policy.default)


class TestTheMail:
    def test_goes_out_once_and_is_noted(self, mailoutbox):
        message = OutboxMessageFactory()
        assert message_deliver(message.pk) == MessageState.SENT
        assert message_deliver(message.pk) is None
        message.refresh_from_db()
        assert (message.state, message.attempts, message.claimed_at) == (MessageState.SENT, 1, None)
        assert message.sent_at is not None
        assert len(mailoutbox) == 1

    def test_carries_the_stored_message_id_and_asks_for_no_answer(self, mailoutbox):
        message = OutboxMessageFactory(language="de")
        message_deliver(message.pk)
        mail = on_the_wire(mailoutbox[0])
        assert mail["Message-ID"] == message.message_id
        assert mail["To"] == message.recipient
        assert mail["Content-Language"] == "de"
        assert mail["Auto-Submitted"] == "auto-generated"
        assert "NDR" not in mail["X-Auto-Response-Suppress"].split(", ")

    def test_has_text_and_html(self, mailoutbox):
        message_deliver(OutboxMessageFactory(text="Grüße\n", html="<p>Grüße</p>").pk)
        mail = on_the_wire(mailoutbox[0])
        assert mail.get_body(["plain"]).get_content().strip() == "Grüße"
        assert mail.get_body(["html"]).get_content().strip() == "<p>Grüße</p>"

    def test_brings_the_calendar_file_as_published(self, mailoutbox):
        content = "BEGIN:VCALENDAR\r\nSUMMARY:Grüße\r\nEND:VCALENDAR\r\n".encode()
        file = OutboxAttachmentFactory(content=content, filename="Treffen März.ics")
        message_deliver(file.message_id)
        (part,) = on_the_wire(mailoutbox[0]).iter_attachments()
        assert part.get_content_type() == "text/calendar"
        assert dict(part["Content-Type"].params) == {"charset": "utf-8", "method": "PUBLISH"}
        assert part.get_filename() == "Treffen März.ics"
        assert part.get_payload(decode=True) == content

    def test_takes_another_calendar_method_from_the_media_type(self, mailoutbox):
        file = OutboxAttachmentFactory(mimetype="text/calendar; method=CANCEL")
        message_deliver(file.message_id)
        (part,) = on_the_wire(mailoutbox[0]).iter_attachments()
        assert part["Content-Type"].params["method"] == "CANCEL"

    def test_brings_other_files_untouched(self, mailoutbox):
        file = OutboxAttachmentFactory(mimetype="application/pdf", filename="a.pdf", content=bytes(range(256)))
        message_deliver(file.message_id)
        (part,) = on_the_wire(mailoutbox[0]).iter_attachments()
        assert part.get_payload(decode=True) == bytes(range(256))


class TestTheClaim:
    def test_leaves_alone_what_another_worker_is_sending(self, mailoutbox):
        assert message_deliver(OutboxMessageFactory(sending=True).pk) is None
        assert mailoutbox == []

    def test_leaves_alone_what_is_not_due_yet(self, mailoutbox):
        message = OutboxMessageFactory(next_attempt_at=timezone.now() + timedelta(minutes=1))
        assert message_deliver(message.pk) is None
        assert mailoutbox == []

    def test_of_a_message_that_is_gone_does_nothing(self):
        assert message_deliver(12345) is None

    def test_is_committed_before_the_first_byte_goes_out(self, monkeypatch):
        seen = []
        message = OutboxMessageFactory()
        monkeypatch.setattr(
            "django.core.mail.backends.locmem.EmailBackend.send_messages",
            lambda _backend, _mails: seen.append(OutboxMessage.objects.get().state) or 1,
        )
        message_deliver(message.pk)
        assert seen == [MessageState.SENDING]

    def test_a_slow_worker_that_lost_its_claim_does_not_postpone_the_new_owners_attempt(self, monkeypatch):
        message = OutboxMessageFactory()
        new_claim = timezone.now() + timedelta(minutes=5)

        def lose_claim_and_fail(_backend, _mails):
            OutboxMessage.objects.update(claimed_at=new_claim)
            raise TimeoutError

        monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", lose_claim_and_fail)
        assert message_deliver(message.pk) is None
        message.refresh_from_db()
        assert (message.state, message.claimed_at, message.attempts) == (MessageState.SENDING, new_claim, 0)

    def test_a_slow_worker_whose_mail_was_accepted_keeps_it_from_going_out_again(self, monkeypatch):
        message = OutboxMessageFactory()

        def lose_claim_and_send(_backend, _mails):
            OutboxMessage.objects.update(state=MessageState.QUEUED, claimed_at=None)
            return 1

        monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", lose_claim_and_send)
        message_deliver(message.pk)
        message.refresh_from_db()
        assert message.state == MessageState.SENT


@pytest.mark.django_db(transaction=True)
def test_delivering_inside_a_transaction_is_refused():
    message = OutboxMessageFactory()
    with transaction.atomic(), pytest.raises(RuntimeError):
        message_deliver(message.pk)


class TestRefusals:
    def test_each_failure_waits_longer_until_the_message_is_given_up(self, mail_server_says):
        mail_server_says(ConnectionRefusedError(111, "Connection refused"))
        message = OutboxMessageFactory()
        waits = []
        with time_machine.travel(timezone.now(), tick=False) as clock:
            while message_deliver(message.pk) == MessageState.QUEUED:
                message.refresh_from_db()
                waits.append(message.next_attempt_at - timezone.now())
                clock.move_to(message.next_attempt_at)
        message.refresh_from_db()
        assert tuple(waits) == RETRY_DELAYS
        assert waits == sorted(waits)
        assert message.state == MessageState.FAILED
        assert message.attempts == len(RETRY_DELAYS) + 1
        assert message.last_error == "ConnectionRefusedError: [Errno 111] Connection refused"

    def test_success_after_a_failure_forgets_the_error(self, monkeypatch, mailoutbox):
        message = OutboxMessageFactory(attempts=1, last_error="451 later")
        message_deliver(message.pk)
        message.refresh_from_db()
        assert (message.attempts, message.last_error) == (2, "")

    def refuse_recipient(self, mail_server_says, code, answer):
        message = OutboxMessageFactory()
        mail_server_says(smtplib.SMTPRecipientsRefused({message.recipient: (code, answer)}))
        state = message_deliver(message.pk)
        message.refresh_from_db()
        return state, message.last_error

    def test_a_mailbox_that_does_not_exist_is_not_tried_again(self, mail_server_says):
        state, error = self.refuse_recipient(mail_server_says, 550, b"5.1.1 No such\nuser")
        assert state == MessageState.BOUNCED
        assert error == "550 5.1.1 No such user"

    def test_a_full_mailbox_is_tried_again(self, mail_server_says):
        assert self.refuse_recipient(mail_server_says, 452, b"4.2.2 full")[0] == MessageState.QUEUED

    def test_a_server_that_refuses_us_says_nothing_about_the_mailbox(self, mail_server_says):
        assert self.refuse_recipient(mail_server_says, 554, b"5.7.1 Relaying denied")[0] == MessageState.QUEUED

    @pytest.mark.parametrize(
        "error",
        [
            smtplib.SMTPAuthenticationError(535, b"no"),
            smtplib.SMTPSenderRefused(550, b"no", "netz@example.org"),
            smtplib.SMTPDataError(554, b"spam?"),
            smtplib.SMTPServerDisconnected("gone"),
            TimeoutError("timed out"),
            TimeoutException("Task exceeded maximum timeout value (60 seconds)"),
            LookupError("a backend of the future"),
        ],
        ids=lambda error: type(error).__name__,
    )
    def test_everything_else_is_tried_again_and_shown(self, mail_server_says, error):
        mail_server_says(error)
        message = OutboxMessageFactory()
        assert message_deliver(message.pk) == MessageState.QUEUED
        message.refresh_from_db()
        assert message.last_error

    def test_a_backend_that_accepts_nothing_is_a_failure(self, monkeypatch):
        monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", lambda *_: 0)
        assert message_deliver(OutboxMessageFactory().pk) == MessageState.QUEUED

    def test_a_mail_that_cannot_be_built_is_given_up_at_once(self, monkeypatch, mailoutbox):
        mail = EmailMultiAlternatives(subject="a\nBcc: all@example.org", to=["amina@example.org"])
        monkeypatch.setattr("network.messaging.transport.mail_build", lambda _message: mail)
        assert message_deliver(OutboxMessageFactory().pk) == MessageState.FAILED
        assert mailoutbox == []

    def test_a_rude_goodbye_changes_nothing(self, monkeypatch):
        def close(_backend):
            raise smtplib.SMTPServerDisconnected

        monkeypatch.setattr("django.core.mail.backends.base.BaseEmailBackend.close", close)
        assert message_deliver(OutboxMessageFactory().pk) == MessageState.SENT


def test_the_log_names_neither_address_nor_words(mail_server_says, caplog):
    message = OutboxMessageFactory(subject="Ihre Anmeldung", text="Code 123456")
    mail_server_says(smtplib.SMTPRecipientsRefused({message.recipient: (550, f"<{message.recipient}> who?".encode())}))
    with caplog.at_level("DEBUG"):
        message_deliver(message.pk)
    said = " ".join(str(record.msg) for record in caplog.records if record.name.startswith("network"))
    assert "outbox.refused" in said
    assert "bounced" in said
    for secret in (message.recipient, "Anmeldung", "123456", "who?"):
        assert secret not in said
