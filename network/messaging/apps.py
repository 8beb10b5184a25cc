from django.apps import AppConfig
from django.core.checks import register


class MessagingConfig(AppConfig):
    name = "network.messaging"
    label = "messaging"
    verbose_name = "Nachrichten"

    def ready(self) -> None:
        """Register the outbox's jobs and the check of its settings."""
        from network.jobs.ports import PeriodicJob, periodic_jobs
        from network.messaging.checks import check_lease

        register(check_lease)
        for job in (
            PeriodicJob("outbox-sweep", "network.messaging.tasks.outbox_sweep", minutes=1),
            PeriodicJob("outbox-purge", "network.messaging.tasks.outbox_purge", minutes=10),
        ):
            periodic_jobs.register(job.name, job)
