"""What happens to a message later: sent again by a person, come back, forgotten."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from network.messaging.enums import MessageState
from network.messaging.models import OutboxAttachment, OutboxMessage
from network.messaging.services import (
    message_deliver,
    message_enqueue,
    message_mark_bounced,
    message_retry,
    outbox_purge,
)
from tests.factories.messaging import OutboxAttachmentFactory, OutboxMessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return get_user_model().objects.create_superuser("chef@example.org", "geheim-genug")


class TestRetry:
    @pytest.mark.parametrize("state", ["failed", "bounced"])
    def test_an_undelivered_message_gets_all_its_attempts_again(
        self, state, administrator, handed_over, django_capture_on_commit_callbacks
    ):
        message = OutboxMessageFactory(**{state: True})
        with django_capture_on_commit_callbacks(execute=True):
            message_retry(message=message, user=administrator)
        message.refresh_from_db()
        assert (message.state, message.attempts) == (MessageState.QUEUED, 0)
        assert handed_over == [message.pk]

    def test_is_in_the_log_without_the_address(self, administrator):
        message = OutboxMessageFactory(failed=True)
        message_retry(message=message, user=administrator)
        entry = ModelLogEntry.objects.get(action="messaging.resend")
        assert entry.user == administrator
        assert message.recipient not in entry.label

    @pytest.mark.parametrize(
        "traits",
        [
            {"sent": True},
            {"sending": True},
            {},
            {"bounced": True, "sent_at": timezone.now()},
            {"failed": True, "purged_at": timezone.now(), "recipient": "", "subject": "", "text": "", "html": ""}
            | {"last_error": ""},
        ],
        ids=["sent", "sending", "queued", "bounced after acceptance", "purged"],
    )
    def test_nothing_else_goes_out_again(self, traits, administrator):
        with pytest.raises(PermissionDenied):
            message_retry(message=OutboxMessageFactory(**traits), user=administrator)

    def test_nobody_else_may(self):
        editor = get_user_model().objects.create_user("redaktion@example.org", "geheim-genug")
        with pytest.raises(PermissionDenied):
            message_retry(message=OutboxMessageFactory(failed=True), user=editor)


class TestBounce:
    def test_is_found_by_its_message_id(self):
        message = OutboxMessageFactory(sent=True)
        message_mark_bounced(message_id=message.message_id, reason="5.1.1 no such user")
        message.refresh_from_db()
        assert (message.state, message.last_error) == (MessageState.BOUNCED, "5.1.1 no such user")

    def test_of_a_stranger_is_none_of_our_business(self):
        assert message_mark_bounced(message_id="<x@elsewhere.example>", reason="?") is None

    def test_of_a_forgotten_message_brings_no_address_back(self, settings):
        message = OutboxMessageFactory(sent=True, created_at=timezone.now() - settings.OUTBOX_RETENTION * 2)
        outbox_purge()
        message_mark_bounced(message_id=message.message_id, reason="<amina@example.org> unknown")
        message.refresh_from_db()
        assert (message.state, message.last_error) == (MessageState.BOUNCED, "")


class TestPurge:
    def old(self, settings, **traits):
        return OutboxMessageFactory(
            created_at=timezone.now() - settings.OUTBOX_RETENTION - timedelta(hours=1), **traits
        )

    def test_erases_what_is_personal_and_keeps_the_key(self, settings, mailoutbox):
        message = self.old(settings, sent=True, key="probe:kept")
        OutboxAttachmentFactory(message=message)
        assert outbox_purge() == 1
        message.refresh_from_db()
        assert (message.recipient, message.subject, message.text, message.html) == ("", "", "", "")
        assert (message.state, message.key) == (MessageState.SENT, "probe:kept")
        assert not OutboxAttachment.objects.exists()
        again = message_enqueue(
            key="probe:kept", template="probe", to="a@example.org", language="de", context={"name": "Amina"}
        )
        assert again.pk == message.pk
        assert message_deliver(message.pk) is None
        assert mailoutbox == []

    def test_secrets_go_early(self, settings):
        early = timezone.now() - settings.OUTBOX_SECRET_RETENTION - timedelta(minutes=1)
        secret = OutboxMessageFactory(sent=True, secret=True, created_at=early)
        other = OutboxMessageFactory(sent=True, created_at=early)
        outbox_purge()
        secret.refresh_from_db()
        other.refresh_from_db()
        assert secret.text == ""
        assert other.text != ""

    def test_a_code_that_could_not_be_sent_in_time_never_is(self, settings, mailoutbox):
        early = timezone.now() - settings.OUTBOX_SECRET_RETENTION - timedelta(minutes=1)
        message = OutboxMessageFactory(secret=True, created_at=early)
        outbox_purge()
        assert message_deliver(message.pk) is None
        message.refresh_from_db()
        assert message.state == MessageState.FAILED
        assert mailoutbox == []

    def test_leaves_what_is_just_being_sent(self, settings):
        self.old(settings, sending=True)
        assert outbox_purge() == 0

    def test_happens_once(self, settings):
        self.old(settings, failed=True)
        assert (outbox_purge(), outbox_purge()) == (1, 0)

    @pytest.mark.parametrize("rows", [1, 3])
    def test_does_not_ask_per_message(self, rows, settings, django_assert_num_queries):
        for _ in range(rows):
            self.old(settings, sent=True)
        with django_assert_num_queries(6):  # two of them open and close the transaction
            outbox_purge()


@pytest.mark.parametrize(
    "impossible",
    [
        {"state": "lost"},
        {"state": "sent"},
        {"state": "sending"},
        {"claimed_at": timezone.now()},
        {"sent_at": timezone.now()},
        {"state": "failed", "last_error": ""},
        {"recipient": ""},
        {"key": ""},
        {"sent": True, "purged_at": timezone.now()},
        {"purged_at": timezone.now(), "recipient": "", "subject": "", "text": "", "html": ""},
    ],
    ids=" ".join,  # without the values: a time would name the case differently in every process
)
def test_the_database_refuses_an_impossible_message(impossible):
    with pytest.raises(IntegrityError):
        OutboxMessageFactory(**impossible)


def test_a_key_is_taken_once():
    OutboxMessageFactory(key="probe:x")
    with pytest.raises(IntegrityError):
        OutboxMessage.objects.create(key="probe:x", template="probe", recipient="a@example.org", language="de")
