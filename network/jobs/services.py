"""Write the schedule, the heartbeat, and forget old failures."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.conf import Conf
from django_q.models import Failure, Schedule

from network.jobs.models import Heartbeat
from network.jobs.ports import PeriodicJob, periodic_jobs

OURS = "job:"
"""Begins the name of every schedule written here; others (an operator's own) are left alone."""

FAILURE_RETENTION = timedelta(days=30)
"""django-q keeps failed tasks for ever, and their tracebacks can quote personal data."""

_QUIETLY = "{'q_options': {'save': False}}"
"""No result row for each run: a job every minute would push real results out of the table."""


@dataclass(frozen=True)
class SyncResult:
    """How many schedules changed; all zero when the table already said what the registry says."""

    created: int
    updated: int
    removed: int


@transaction.atomic
def jobs_sync() -> SyncResult:
    """Make django-q's schedule say what the registry says. Safe to run at every deployment.

    Raises `ImportError` when a job names a function that does not exist: better now than
    every minute in a worker's log.
    """
    wanted = {OURS + job.name: job for job in periodic_jobs}
    for job in wanted.values():
        import_string(job.func)
    created = updated = removed = 0
    for schedule in Schedule.objects.select_for_update().filter(name__startswith=OURS).order_by("pk"):
        name: str = schedule.name
        if name not in wanted:  # no longer registered, or a second row of the same name
            schedule.delete()
            removed += 1
        elif _write(schedule, wanted.pop(name)):
            updated += 1
    for name, job in wanted.items():
        _write(Schedule(name=name), job)
        created += 1
    return SyncResult(created, updated, removed)


def _write(schedule: Schedule, job: PeriodicJob) -> bool:
    """Store `job` in `schedule`; False when nothing had to change.

    `next_run` is reset only with a real change. Else every deployment would postpone the daily jobs.
    """
    wanted = {
        "func": job.func,
        "kwargs": _QUIETLY,
        "schedule_type": Schedule.MINUTES,
        "minutes": job.minutes,
        "repeats": -1,
    }
    if schedule.pk and all(getattr(schedule, field) == value for field, value in wanted.items()):
        return False
    for field, value in wanted.items():
        setattr(schedule, field, value)
    schedule.next_run = timezone.now()
    schedule.save()
    return True


def heartbeat_write() -> None:
    """Note that this cluster works off its queue."""
    Heartbeat.objects.update_or_create(cluster=Conf.CLUSTER_NAME, defaults={"beaten_at": timezone.now()})


def failures_purge() -> int:
    """Delete failed tasks older than `FAILURE_RETENTION`; returns how many."""
    deleted, _ = Failure.objects.filter(stopped__lt=timezone.now() - FAILURE_RETENTION).delete()
    return int(deleted)
