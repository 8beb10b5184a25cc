from django.apps import AppConfig


class RegistrationConfig(AppConfig):
    name = "events.registration"
    label = "registration"
    verbose_name = "Anmeldungen"

    def ready(self) -> None:
        from events.calendars.ports import feed_sources
        from events.programme.ports import availability_providers, event_observers
        from events.registration.feeds import registrations_source
        from events.registration.observers import tell_participants
        from events.registration.personal_data import Registrations
        from events.registration.provisioning import grant_registrations
        from events.registration.seats import pools_sync
        from events.registration.selectors import availability, home_panel
        from network.organisations.ports import home_panels
        from network.privacy.ports import personal_data
        from network.units.ports import unit_provisioners

        personal_data.register("registrations", Registrations())
        event_observers.register("seats", pools_sync)
        event_observers.register("participants", tell_participants)
        availability_providers.register("registration", availability)
        feed_sources.register("registrations", registrations_source)
        home_panels.register("registrations", home_panel)
        unit_provisioners.register("registration", grant_registrations)
