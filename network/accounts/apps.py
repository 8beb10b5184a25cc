from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "network.accounts"
    label = "accounts"
    verbose_name = "Personen und Konten"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_used
        from allauth.usersessions.models import UserSession
        from django.db.models.signals import pre_save

        from network.accounts.receivers import recovery_code_used, session_thinned
        from network.jobs.ports import PeriodicJob, periodic_jobs

        pre_save.connect(session_thinned, sender=UserSession)
        authenticator_used.connect(recovery_code_used)
        erase = PeriodicJob("sessions-erase", "network.accounts.tasks.sessions_erase", minutes=60)
        periodic_jobs.register(erase.name, erase)
