"""An offered language without its compiled catalogue would greet its readers in German."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage
from django.core.checks import Warning as CheckWarning

from cms.languages.catalogues import CatalogueFiles


def check_compiled(**_kwargs: Any) -> list[CheckMessage]:
    """Name every offered language whose `django.mo` is not there; completeness is for `catalogues --check`."""
    missing = [CatalogueFiles(code, settings.BASE_DIR) for code, _name in settings.LANGUAGES]
    return [
        CheckWarning(
            f"Die Sprache „{files.language}“ wird angeboten, hat aber keinen Katalog: {files.mo} fehlt.",
            hint="`make catalogues` schreibt ihn; oder nehmen Sie die Sprache aus config/languages.py.",
            id="languages.W001",
        )
        for files in missing
        if not files.mo.exists()
    ]
