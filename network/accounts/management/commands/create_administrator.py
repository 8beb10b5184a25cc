"""`manage.py create_administrator you@example.org --name "Your Name"`: the first account."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from network.accounts.services import administrator_create


class Command(BaseCommand):
    help = "Legt das erste Konto mit allen Rechten an. Eingeloggt wird mit einem Code per E-Mail."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", required=True, help="Vor- und Nachname")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["email"])
        except ValidationError as error:
            raise CommandError(f"{options['email']} ist keine E-Mail-Adresse.") from error
        user, created = administrator_create(email=options["email"], name=options["name"])
        done = "angelegt" if created else "gab es schon und hat jetzt alle Rechte"
        self.stdout.write(f"{user.email} {done}. Einloggen: /konto/login/ – der Code kommt per E-Mail.")
