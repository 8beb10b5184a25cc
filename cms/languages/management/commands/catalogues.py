"""`manage.py catalogues`: how complete each language is; `update` writes the files anew, `--check` proves them."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.languages.catalogues import CatalogueFiles, read, update
from cms.languages.extraction import extracted
from cms.languages.findings import findings, state_of

LANGUAGES = ("de", "de-simple", "en", "ar")
"""Catalogues there are. The German one holds only what the libraries say in other words than we do."""

SHOWN = 40
"""Faults listed by `--check`. A language that is being written has hundreds."""


class Command(BaseCommand):
    help = "Zeigt, wie vollständig jede Sprache ist. „update“ schreibt die Kataloge neu, --check prüft sie."
    requires_system_checks: list[str] = []  # one of the checks asks for the files that this command writes

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", nargs="?", choices=("show", "update"), default="show")
        parser.add_argument("--check", action="store_true", help="endet mit 1, wenn etwas fehlt oder nicht stimmt")

    def handle(self, *args: Any, **options: Any) -> None:
        files = [CatalogueFiles(language, settings.BASE_DIR) for language in LANGUAGES]
        template = extracted(settings.BASE_DIR)
        if options["action"] == "update":
            for each in files:
                update(each, template)
        offered = {code for code, _name in settings.LANGUAGES}
        if options["check"]:
            faults = [fault for each in files for fault in findings(each, template, offered=each.language in offered)]
            if faults:
                more = [f"… und {len(faults) - SHOWN} weitere"] if len(faults) > SHOWN else []
                raise CommandError(
                    "\n".join(
                        [
                            *faults[:SHOWN],
                            *more,
                            "„make catalogues“ schreibt die Kataloge neu; übersetzen müssen Menschen.",
                        ]
                    )
                )
            return
        self.stdout.write(f"{'':10} {'Texte':>7} {'übersetzt':>10} {'fehlen':>7}  angeboten")
        for each in files:
            state = state_of(read(each), each.language)
            self.stdout.write(
                f"{each.language:10} {state.texts:7} {state.translated:10} {state.missing:7}"
                f"  {'ja' if each.language in offered else 'nein'}"
            )
