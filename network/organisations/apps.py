from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "network.organisations"
    label = "organisations"
    verbose_name = "Organisationen"

    def ready(self) -> None:
        from network.jobs.ports import PeriodicJob, periodic_jobs
        from network.organisations.provisioning import grant_organisations
        from network.units.ports import unit_provisioners

        unit_provisioners.register("organisations", grant_organisations)
        erase = PeriodicJob("applications-erase", "network.organisations.tasks.applications_erase", minutes=24 * 60)
        periodic_jobs.register(erase.name, erase)
