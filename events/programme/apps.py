from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "events.programme"
    label = "programme"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from events.programme.personal_data import Contacts
        from events.programme.provisioning import grant_events
        from network.privacy.ports import personal_data
        from network.units.ports import unit_provisioners

        personal_data.register("event_contacts", Contacts())
        unit_provisioners.register("programme", grant_events)
