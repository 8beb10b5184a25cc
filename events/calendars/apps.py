from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "events.calendars"
    label = "calendars"
    verbose_name = "Kalender"

    def ready(self) -> None:
        from django.db.models.signals import post_save, pre_delete

        from events.calendars.personal_data import Addresses
        from events.calendars.receivers import addresses_end_when_locked, addresses_end_with_account
        from network.accounts.models import User
        from network.privacy.ports import personal_data

        personal_data.register("calendar_addresses", Addresses())
        pre_delete.connect(addresses_end_with_account, sender=User)
        post_save.connect(addresses_end_when_locked, sender=User)
