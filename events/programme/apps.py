from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "events.programme"
    label = "programme"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from events.programme.provisioning import grant_events
        from network.units.ports import unit_provisioners

        unit_provisioners.register("programme", grant_events)
