from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "cms.media"
    label = "media"
    verbose_name = "Medien"

    def ready(self) -> None:
        from cms.media.services import media_permissions_grant
        from network.units.ports import unit_provisioners

        unit_provisioners.register("media", media_permissions_grant)
