"""Settings under which the outbox would send twice are refused at the start."""

from datetime import timedelta

from django.core import checks

from network.messaging.checks import check_lease


def test_the_lease_outlasts_every_task():
    assert check_lease() == []


def test_a_lease_shorter_than_a_task_is_an_error(settings):
    settings.OUTBOX_LEASE = timedelta(seconds=settings.Q_CLUSTER["timeout"])
    assert [problem.id for problem in checks.run_checks() if problem.id == "messaging.E001"]
