from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "network.organisations"
    label = "organisations"
    verbose_name = "Organisationen"

    def ready(self) -> None:
        from network.jobs.ports import PeriodicJob, periodic_jobs
        from network.organisations.personal_data import Roles, last_representative
        from network.organisations.provisioning import grant_organisations
        from network.privacy.ports import erasure_objections, personal_data
        from network.units.ports import unit_provisioners

        personal_data.register("roles", Roles())
        erasure_objections.register("last_representative", last_representative)
        unit_provisioners.register("organisations", grant_organisations)
        erase = PeriodicJob("applications-erase", "network.organisations.tasks.applications_erase", minutes=24 * 60)
        periodic_jobs.register(erase.name, erase)
        remind = PeriodicJob("applications-remind", "network.organisations.tasks.applications_remind", minutes=60)
        periodic_jobs.register(remind.name, remind)
