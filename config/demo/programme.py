"""What is planned in the demo. Days are counted from today, so that there is always something next week."""

from dataclasses import dataclass, field
from datetime import time


@dataclass(frozen=True)
class DemoSession:
    in_days: int
    starts: time
    ends: time
    title: str = ""


@dataclass(frozen=True)
class DemoEvent:
    title: str
    summary: str
    description: str
    format: str
    hosts: tuple[str, ...]
    sessions: tuple[DemoSession, ...]
    mode: str = "onsite"
    ags5: str = ""
    venue: tuple[str, str] = ("", "")
    access: str = ""
    transit: str = ""
    seats: int | None = None
    seats_online: int | None = None
    topics: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = field(default=("everyone",))
    contact: tuple[str, str] = ("Mira Beispiel", "leitung.mo@example.org")
    costs: str = ""


EVENTS = [
    DemoEvent(
        title="Hessenweites Vernetzungstreffen der Vereine",
        summary="Ein Nachmittag zum Kennenlernen: Was machen Sie, was brauchen Sie, was geht zusammen?",
        description=(
            "Wir treffen uns an runden Tischen: neue Vereine, erfahrene Vorstände und alle dazwischen. "
            "Jeder Tisch hat ein Thema, und nach einer halben Stunde wird gewechselt.\n\n"
            "Zum Schluss sammeln wir, wer wem helfen kann. Essen und Trinken sind da, Kinder sind willkommen."
        ),
        format="networking_meeting",
        hosts=("mo",),
        sessions=(DemoSession(8, time(14), time(17, 30)),),
        ags5="06412",
        venue=("Haus der Beispiele", "Musterstraße 12, 60311 Frankfurt am Main"),
        access="Ohne Stufen vom Gehweg bis in den Saal. Aufzug, rollstuhlgerechtes WC. Keine Induktionsschleife.",
        transit="U-Bahn-Haltestelle Konstablerwache, fünf Minuten zu Fuß",
        seats=40,
        topics=("networking", "participation"),
    ),
    DemoEvent(
        title="Geld vom Land richtig abrechnen",
        summary="Der Verwendungsnachweis Schritt für Schritt, für Kassenwart*innen und alle, die es werden.",
        description=(
            "Bringen Sie gern Ihren eigenen Bescheid mit. Wir gehen ein Beispiel durch: Was ist ein Sachbericht, "
            "was ein zahlenmäßiger Nachweis, und welche Belege hebt man wie lange auf?"
        ),
        format="workshop",
        hosts=("mo",),
        sessions=(DemoSession(12, time(18), time(20, 30)),),
        mode="hybrid",
        ags5="06611",
        venue=("Nachbarschaftstreff Beispiel", "Musterplatz 3, 34117 Kassel"),
        access="Eingang mit Rampe. Das WC liegt im Keller und ist nicht mit dem Rollstuhl erreichbar.",
        transit="Tram bis Königsplatz",
        seats=12,
        seats_online=60,
        topics=("accounting", "fundraising"),
    ),
    DemoEvent(
        title="Online-Basisqualifizierung für neue Lots*innen",
        summary="Fünf Abende, zwanzig Unterrichtseinheiten: der Einstieg für alle, die Lots*in werden.",
        description=(
            "Wegweiser sein, nicht Patin oder Pate: Was gehört zur Aufgabe und was nicht? Dazu Gesprächsführung, "
            "die Wege durch Ämter und Schulen, und gut auf sich selbst aufpassen."
        ),
        format="basic_training",
        hosts=("lotsen",),
        sessions=tuple(
            DemoSession(10 + 7 * week, time(17, 30), time(20, 30), title)
            for week, title in enumerate(
                [
                    "Ankommen und Rolle",
                    "Gespräche führen",
                    "Wege durch die Ämter",
                    "Schule und Familie",
                    "Auf sich achten",
                ]
            )
        ),
        mode="online",
        seats_online=20,
        topics=("guiding", "volunteering"),
        target_groups=("integration_guides",),
        contact=("Derya Vorlage", "leitung.lotsen@example.org"),
    ),
    DemoEvent(
        title="Austausch: Familienzentren und Lots*innen",
        summary="Wie kommen Familien im Viertel an Begleitung? Beispiele aus drei Städten, dann Ihre Fragen.",
        description="Ein gemeinsamer Vormittag beider Bereiche, mit Zeit für Verabredungen.",
        format="thematic_exchange",
        hosts=("mo", "lotsen"),
        sessions=(DemoSession(20, time(9, 30), time(12, 30)),),
        ags5="06413",
        venue=("Saal am Beispielmarkt", "Beispielmarkt 1, 63065 Offenbach am Main"),
        access="Ebenerdig, rollstuhlgerechtes WC, Induktionsschleife.",
        transit="S-Bahn Offenbach Marktplatz",
        seats=30,
        topics=("family",),
        target_groups=("family_centres",),
    ),
]
