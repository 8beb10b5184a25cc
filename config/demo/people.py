"""The roles one can try. Every person and organisation here is an example."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoRole:
    """Somebody to sign in as."""

    email: str
    name: str
    title: str
    what: str
    unit: str = ""
    """Code of the unit the person writes for, or empty."""
    publishes: bool = False
    is_administrator: bool = False
    start: str = "/mitglieder/"


ROLES = [
    DemoRole(
        "leitung.mo@example.org",
        "Mira Beispiel",
        "Redaktionsleitung beramí",
        "Plant, veröffentlicht und verschiebt Treffen für Migrantenorganisationen, gibt Anträge frei.",
        unit="mo",
        publishes=True,
        start="/redaktion/",
    ),
    DemoRole(
        "redaktion.mo@example.org",
        "Jonas Muster",
        "Redaktion beramí",
        "Schreibt Entwürfe und bearbeitet Anträge, veröffentlicht aber nicht.",
        unit="mo",
        start="/redaktion/",
    ),
    DemoRole(
        "leitung.lotsen@example.org",
        "Derya Vorlage",
        "Redaktionsleitung lagfa",
        "Dasselbe für die Projekte der Integrationslots*innen. Sieht von beramí nur, was öffentlich ist.",
        unit="lotsen",
        publishes=True,
        start="/redaktion/",
    ),
    DemoRole(
        "vertretung@example.org",
        "Amina Exempel",
        "Vertretung eines Vereins",
        "Meldet sich und ihre Leute zu Treffen an und holt die Termine in ihren Kalender.",
    ),
    DemoRole(
        "familienzentrum@example.org",
        "Petra Probe",
        "Leitung eines Familienzentrums",
        "Vertritt ein Familienzentrum, das im Netz dabei ist.",
    ),
    DemoRole(
        "administration@example.org",
        "Alex Test",
        "Administration",
        "Darf alles, sieht auch den Postausgang.",
        is_administrator=True,
        start="/redaktion/",
    ),
]


@dataclass(frozen=True)
class DemoOrganisation:
    name: str
    kind: str
    plz: str
    representative: str
    colleagues: tuple[str, ...] = ()


ORGANISATIONS = [
    DemoOrganisation(
        "Beispielverein Brücke Kassel e. V.",
        "migrant_organisation",
        "34117",
        "vertretung@example.org",
        ("Yusuf Exempel", "Olena Exempel"),
    ),
    DemoOrganisation("Familienzentrum Beispielhaus Hanau", "family_centre", "63450", "familienzentrum@example.org"),
]
