from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "network.jobs"
    label = "jobs"
    verbose_name = "Hintergrundaufgaben"

    def ready(self) -> None:
        """Register this slice's own jobs."""
        from network.jobs.ports import PeriodicJob, periodic_jobs

        for job in (
            PeriodicJob("heartbeat", "network.jobs.tasks.heartbeat", minutes=1),
            PeriodicJob("failures-purge", "network.jobs.tasks.failures_purge", minutes=24 * 60),
        ):
            periodic_jobs.register(job.name, job)
