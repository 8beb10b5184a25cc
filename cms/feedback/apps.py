from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "cms.feedback"
    label = "feedback"
    verbose_name = "Barriere melden"

    def ready(self) -> None:
        from cms.feedback.personal_data import Reports
        from cms.feedback.services import report_permissions_grant
        from network.jobs.ports import PeriodicJob, periodic_jobs
        from network.privacy.ports import personal_data
        from network.units.ports import unit_provisioners

        personal_data.register("barrier_reports", Reports())
        unit_provisioners.register("feedback", report_permissions_grant)
        periodic_jobs.register(
            "barrier-reports-erase",
            PeriodicJob("barrier-reports-erase", "cms.feedback.tasks.reports_erase", minutes=24 * 60),
        )
