"""/healthz: a word per check, for anybody."""

import json
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from network.jobs.models import Heartbeat
from network.jobs.tasks import heartbeat
from tests.factories.messaging import OutboxMessageFactory

pytestmark = pytest.mark.django_db

WELL = {"database": "ok", "cache": "ok", "worker": "ok", "outbox": "ok"}


def ask(client, **headers):
    answer = client.get("/healthz", headers=headers)
    return answer.status_code, json.loads(answer.content)


def test_all_is_well(client):
    heartbeat()
    assert ask(client) == (200, {"status": "ok", "checks": WELL})


def test_without_a_worker(client):
    assert ask(client) == (503, {"status": "failing", "checks": WELL | {"worker": "failing"}})


def test_with_a_worker_that_has_stopped(client):
    heartbeat()
    Heartbeat.objects.update(beaten_at=timezone.now() - timedelta(minutes=3))
    assert ask(client)[1]["checks"]["worker"] == "failing"


def test_the_heartbeat_of_another_cluster_is_not_ours(client):
    Heartbeat.objects.create(cluster="another", beaten_at=timezone.now())
    assert ask(client)[1]["checks"]["worker"] == "failing"


@pytest.mark.parametrize("traits", [{}, {"sending": True}], ids=["queued", "sending"])
def test_with_mail_that_nobody_sends(client, traits):
    heartbeat()
    OutboxMessageFactory(next_attempt_at=timezone.now() - timedelta(minutes=11), **traits)
    assert ask(client) == (503, {"status": "failing", "checks": WELL | {"outbox": "failing"}})


def test_mail_that_waits_for_its_next_attempt_or_has_just_come_is_no_alarm(client):
    heartbeat()
    long_ago = timezone.now() - timedelta(days=1)
    OutboxMessageFactory(created_at=long_ago, next_attempt_at=timezone.now() + timedelta(hours=1), attempts=4)
    OutboxMessageFactory(next_attempt_at=timezone.now() - timedelta(minutes=9))
    OutboxMessageFactory(created_at=long_ago, next_attempt_at=long_ago, failed=True)
    assert ask(client)[0] == 200


def test_with_a_database_that_is_gone(client, monkeypatch):
    def gone(*_args):
        raise OperationalError("connection to server at 10.1.2.3, user vielfaltsnetz failed")

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", gone)
    status, answer = ask(client)
    assert status == 503
    assert answer["checks"] == {"database": "failing", "cache": "ok", "worker": "failing", "outbox": "failing"}


def test_with_a_cache_that_forgets(client, settings):
    heartbeat()
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert ask(client) == (503, {"status": "failing", "checks": WELL | {"cache": "failing"}})


@pytest.mark.parametrize("accept", ["text/html", "application/rss+xml", "text/plain", "x"])
def test_says_the_same_whatever_one_asks_for(client, accept):
    assert ask(client, accept=accept)[1]["status"] == "failing"


def test_sets_no_cookie_and_is_not_kept(client):
    answer = client.get("/healthz")
    assert not answer.cookies
    assert "no-store" in answer.headers["Cache-Control"]


def test_answers_nothing_but_questions(client):
    assert client.post("/healthz").status_code == 405
    assert client.head("/healthz").status_code == 503


def test_a_beat_replaces_the_one_before():
    heartbeat()
    heartbeat()
    assert Heartbeat.objects.count() == 1
