"""The schedule says what the registry says."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_q.models import Failure, OrmQ, Schedule, Task
from django_q.scheduler import scheduler

from network.jobs.ports import PeriodicJob, periodic_jobs
from network.jobs.services import FAILURE_RETENTION, SyncResult, failures_purge, jobs_sync

pytestmark = pytest.mark.django_db

NOTHING = SyncResult(created=0, updated=0, removed=0)


@pytest.fixture
def own_job():
    job = PeriodicJob("probe", "network.jobs.tasks.heartbeat", minutes=5)
    periodic_jobs.register(job.name, job)
    yield job
    periodic_jobs.unregister(job.name)


def test_writes_each_registered_job_once(own_job):
    assert jobs_sync().created == len(periodic_jobs)
    assert jobs_sync() == NOTHING
    schedule = Schedule.objects.get(name="job:probe")
    assert (schedule.func, schedule.schedule_type, schedule.minutes, schedule.repeats) == (
        own_job.func,
        Schedule.MINUTES,
        5,
        -1,
    )


def test_a_deployment_does_not_postpone_the_daily_jobs(own_job):
    jobs_sync()
    in_an_hour = timezone.now() + timedelta(hours=1)
    Schedule.objects.update(next_run=in_an_hour)
    jobs_sync()
    assert set(Schedule.objects.values_list("next_run", flat=True)) == {in_an_hour}


def test_follows_a_changed_interval(own_job):
    jobs_sync()
    Schedule.objects.filter(name="job:probe").update(minutes=99, next_run=timezone.now() + timedelta(days=9))
    assert jobs_sync() == SyncResult(created=0, updated=1, removed=0)
    schedule = Schedule.objects.get(name="job:probe")
    assert schedule.minutes == 5
    assert schedule.next_run <= timezone.now()


def test_removes_what_is_no_longer_registered_and_doublets_but_nothing_of_others(own_job):
    jobs_sync()
    Schedule.objects.create(name="job:gone", func="gone")
    Schedule.objects.create(name="job:probe", func="doublet")
    theirs = Schedule.objects.create(name="an operator's own", func="theirs")
    assert jobs_sync() == SyncResult(created=0, updated=0, removed=2)
    assert Schedule.objects.filter(pk=theirs.pk).exists()
    assert Schedule.objects.filter(name="job:probe").count() == 1


def test_a_job_without_a_function_is_an_error_now():
    job = PeriodicJob("broken", "network.jobs.tasks.nothing", minutes=1)
    periodic_jobs.register(job.name, job)
    try:
        with pytest.raises(ImportError):
            jobs_sync()
    finally:
        periodic_jobs.unregister(job.name)


@pytest.mark.parametrize("minutes", [0, -1, 40_000])
def test_an_interval_that_the_table_cannot_hold_is_refused(minutes):
    with pytest.raises(ValueError, match="minutes"):
        PeriodicJob("probe", "x", minutes)


def test_the_scheduler_of_django_q_understands_what_was_written(own_job, monkeypatch):
    monkeypatch.setattr("django_q.scheduler.close_old_django_connections", lambda: None)  # ours holds the test
    jobs_sync()
    scheduler()
    queued = {task.task["group"]: task.task for task in OrmQ.objects.all()}
    assert set(queued) == {f"job:{name}" for name in periodic_jobs.names()}
    assert queued["job:probe"]["func"] == own_job.func
    assert queued["job:probe"]["save"] is False, "else each minute leaves a row behind"


def test_the_command_says_what_it_did(capsys):
    call_command("jobs_sync")
    assert f"{len(periodic_jobs)} neu" in capsys.readouterr().out


def test_old_failures_are_forgotten():
    def failure(age):
        moment = timezone.now() - age
        return Task.objects.create(id=str(age.days), name="x", func="x", started=moment, stopped=moment, success=False)

    failure(FAILURE_RETENTION + timedelta(days=1))
    young = failure(timedelta(days=1))
    assert failures_purge() == 1
    assert list(Failure.objects.values_list("pk", flat=True)) == [young.pk]
