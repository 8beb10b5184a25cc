"""`manage.py reset_second_factor somebody@example.org`: for who has lost phone and recovery codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.accounts.models import User
from network.accounts.services import second_factor_reset


class Command(BaseCommand):
    help = (
        "Löscht Code-App und Ersatzcodes eines Kontos und beendet alle seine Sitzungen. Prüfen Sie vorher am Telefon "
        "oder persönlich, wer Sie darum bittet; docs/operations.md sagt, wie."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"Es gibt kein Konto mit der Adresse {options['email']}.")
        if second_factor_reset(user=user):
            self.stdout.write(
                f"{user.email}: Code-App und Ersatzcodes sind gelöscht, alle Sitzungen beendet. Eine E-Mail ist "
                "unterwegs. Beim nächsten Einloggen wird eine neue Code-App eingerichtet, wenn das Konto eine braucht."
            )
        else:
            self.stdout.write(f"{user.email} hatte keine Code-App. Alle Sitzungen sind beendet.")
