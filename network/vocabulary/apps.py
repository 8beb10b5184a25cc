from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "network.vocabulary"
    label = "vocabulary"
    verbose_name = "Begriffe"

    def ready(self) -> None:
        from network.units.ports import unit_provisioners
        from network.vocabulary.services import term_permissions_grant

        unit_provisioners.register("vocabulary", term_permissions_grant)
