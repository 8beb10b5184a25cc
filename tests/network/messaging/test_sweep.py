"""The sweep: what has no living worker gets one."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_q.tasks import async_task

from network.messaging import services
from network.messaging.enums import MessageState
from network.messaging.services import outbox_sweep
from tests.factories.messaging import OutboxMessageFactory

pytestmark = pytest.mark.django_db


def ago(**time):
    return timezone.now() - timedelta(**time)


def test_hands_over_what_is_due_oldest_first(handed_over):
    younger = OutboxMessageFactory(next_attempt_at=ago(minutes=1))
    older = OutboxMessageFactory(next_attempt_at=ago(minutes=2))
    OutboxMessageFactory(next_attempt_at=ago(minutes=-1))
    OutboxMessageFactory(sent=True)
    OutboxMessageFactory(failed=True)
    assert outbox_sweep() == 2
    assert handed_over == [older.pk, younger.pk]


def test_takes_a_message_back_from_a_dead_worker(handed_over, settings):
    message = OutboxMessageFactory(sending=True, claimed_at=timezone.now() - settings.OUTBOX_LEASE, attempts=3)
    outbox_sweep()
    message.refresh_from_db()
    assert (message.state, message.claimed_at) == (MessageState.QUEUED, None)
    assert message.attempts == 3, "a killed worker is not the message's failure, however often it happens"
    assert handed_over == [message.pk]


def test_leaves_a_message_to_a_living_worker(handed_over, settings):
    message = OutboxMessageFactory(
        sending=True, claimed_at=timezone.now() - settings.OUTBOX_LEASE + timedelta(seconds=5)
    )
    outbox_sweep()
    message.refresh_from_db()
    assert message.state == MessageState.SENDING
    assert handed_over == []


def test_never_lets_more_than_its_limit_stand_in_the_queue(monkeypatch):
    monkeypatch.setattr(services, "SWEEP_LIMIT", 3)
    OutboxMessageFactory.create_batch(5)
    async_task("network.messaging.tasks.outbox_purge")
    assert outbox_sweep() == 2
    assert outbox_sweep() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_asks_three_questions_and_writes_a_task_per_message(rows, handed_over, django_assert_num_queries):
    OutboxMessageFactory.create_batch(rows)
    with django_assert_num_queries(3):
        outbox_sweep()
    assert len(handed_over) == rows
