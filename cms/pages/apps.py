from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "pages"
    verbose_name = "Seiten"

    def ready(self) -> None:
        from cms.pages import signals  # noqa: F401  (connects the receivers)
        from cms.pages.services import sections_provision
        from network.units.ports import unit_provisioners

        unit_provisioners.register("pages", sections_provision)
