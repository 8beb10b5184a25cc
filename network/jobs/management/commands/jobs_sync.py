"""`manage.py jobs_sync`: write the periodic jobs of all slices into the schedule."""

from typing import Any

from django.core.management.base import BaseCommand

from network.jobs.services import jobs_sync


class Command(BaseCommand):
    help = "Schreibt die regelmäßigen Aufgaben in den Zeitplan und entfernt, was es nicht mehr gibt."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what changed, in one line."""
        result = jobs_sync()
        self.stdout.write(
            f"Regelmäßige Aufgaben: {result.created} neu, {result.updated} geändert, {result.removed} entfernt."
        )
