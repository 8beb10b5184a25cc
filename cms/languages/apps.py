from django.apps import AppConfig
from django.core.checks import Tags, register


class LanguagesConfig(AppConfig):
    name = "cms.languages"
    label = "languages"
    verbose_name = "Sprachen"

    def ready(self) -> None:
        """Register the check that every offered language has its catalogue."""
        from cms.languages.checks import check_compiled

        register(check_compiled, Tags.translation)
