from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "network.privacy"
    label = "privacy"
    verbose_name = "Datenschutz"

    def ready(self) -> None:
        """The providers of the slices below. INSTALLED_APPS puts upper apps first, so that the account comes last."""
        from network.jobs.ports import PeriodicJob, periodic_jobs
        from network.privacy.own_data import Decisions
        from network.privacy.personal_data import Account, Editing, Messages
        from network.privacy.ports import erasure_objections, personal_data
        from network.privacy.selectors import last_administrator

        erasure_objections.register("last_administrator", last_administrator)
        personal_data.register("decisions", Decisions())
        personal_data.register("messages", Messages())
        personal_data.register("editing", Editing())
        personal_data.register("account", Account())
        for job in (
            PeriodicJob("people-erase", "network.privacy.tasks.people_erase", minutes=60),
            PeriodicJob("unsubscribe-links-erase", "network.privacy.tasks.unsubscribe_links_erase", minutes=24 * 60),
        ):
            periodic_jobs.register(job.name, job)
