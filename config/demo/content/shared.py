"""What both units say together: the home page, the state programme, who to ask beyond the network."""

from cms.pages.enums import Destination
from config.demo.content.parts import DemoPage, action, external, figure, heading, points, programme, text

RP_DARMSTADT = (
    "Regierungspräsidium Darmstadt: Förderprogramm WIR",
    "https://rp-darmstadt.hessen.de/gesellschaft-und-integration/migration/integrationsfoerderung/foerderprogramm-wir",
)

HOME_TITLE = "Treffen, lernen, mitmachen"
"""Three words of the first lesson. The name of the network stands above it, in the head of the site."""

HOME_INTRODUCTION = (
    "Wer einen Verein führt, Neuankommende begleitet oder ein Familienzentrum leitet, muss nicht alles allein "
    "herausfinden. Hier treffen Sie andere, die in Hessen dasselbe tun."
)

HOME_BODY = (
    heading("Was Sie hier tun können"),
    points(
        "<b>Termine finden</b> und sich anmelden, auch für Kolleg*innen, die keine E\u2011Mail-Adresse haben",
        "<b>Beratung bekommen</b>, von der ersten Idee bis zur Abrechnung",
        "<b>Als Organisation dabei sein</b> und Ihre Leute zu Treffen anmelden",
        "<b>Alle Treffen im Kalender</b> auf dem Handy haben, auch wenn sich die Uhrzeit ändert",
    ),
    action(
        "Ihr Verein oder Ihre Initiative ist noch nicht dabei? Der Antrag dauert wenige Minuten.",
        "Mitmachen",
        Destination.APPLY,
    ),
)

ABOUT = DemoPage(
    title="Kompetenzzentrum",
    slug="kompetenzzentrum",
    introduction="Zwei Träger, ein Ziel: dass Engagement in Hessen gut beraten und gut verbunden ist.",
    in_menu=True,
    body=(
        text(
            "Das Kompetenzzentrum Vielfalt Hessen gibt es seit dem Sommer 2017. Bezahlt wird es aus dem "
            "Landesprogramm WIR. Es hilft überall im Land Menschen, die sich freiwillig für ein gutes Ankommen "
            "einsetzen: mit Rat, mit Fortbildungen und mit Gelegenheiten, einander kennenzulernen.",
            "Damit verbunden sind zwei Anliegen. Lots*innen sollen sich auf verlässliche Standards stützen können. "
            "Und Vereine von Migrant*innen sollen dort mitreden, wo über ihre Stadt entschieden wird.",
        ),
        heading("Wer was macht"),
        points(
            "<b>beramí e.V.</b> in Frankfurt begleitet Migrantenorganisationen.",
            "<b>lagfa Hessen e.V.</b> in Offenbach begleitet Träger, bei denen WIR-Lots*innen aktiv sind.",
        ),
        programme(
            "Kompetenzzentrum Vielfalt Hessen",
            "running",
            "beramí leitet das Vorhaben und arbeitet dabei mit der lagfa zusammen. Der Förderbescheid von 2022 "
            "gilt bis 2025.",
            as_of="2025-05-31",
            source=("lagfa Hessen", "https://lagfa-hessen.de/treffen-der-wir-lotsinnen-projekte-in-kassel"),
        ),
        text(
            "Beide Bereiche laden mehrmals im Jahr zu Vernetzungstreffen ein, dazu zu Runden über ein einzelnes "
            "Thema. Manche Treffen richten sie gemeinsam aus."
        ),
        action("", "Termine beider Bereiche", Destination.EVENTS),
    ),
)

PROGRAMME = DemoPage(
    title="Landesprogramm WIR",
    slug="landesprogramm-wir",
    introduction=(
        "WIR heißt das hessische Programm für Vielfalt und Teilhabe. Es bezahlt Stellen, Projekte und freiwilliges "
        "Engagement in Städten, Gemeinden und Kreisen."
    ),
    in_menu=True,
    body=(
        text(
            "Das Land möchte, dass alle, die hier leben, mitgestalten können, ob zugewandert oder nicht. Deshalb "
            "setzt die Förderung vor Ort an: bei der Kommune, beim Verein, in der Nachbarschaft."
        ),
        heading("Was gefördert wird"),
        points(
            "WIR-Vielfaltszentren in Landkreisen und größeren Städten",
            "neue Ideen für Teilhabe, aus denen andere lernen können",
            "die Ausbildung und der Einsatz von Integrationslots*innen",
            "freiwillige Dolmetscher*innen",
            "kleine Projekte von Migrantenorganisationen",
            "Strategien, mit denen Gemeinden sich für Vielfalt öffnen",
        ),
        heading("Was sich geändert hat"),
        text(
            "Früher gab es in den Kommunen getrennte Stellen für Koordination und für Fallmanagement. Beides ist "
            "zusammengelegt: Ansprechpartner ist jetzt das Vielfaltszentrum Ihrer Region."
        ),
        figure("33", "WIR-Vielfaltszentren arbeiten seit 2021 in Hessen", as_of="2021-01-01", source=RP_DARMSTADT),
        heading("Wer Anträge bearbeitet"),
        points(
            "<b>WIR-Förderung:</b> das Regierungspräsidium Darmstadt, für ganz Hessen",
            "<b>Deutschkurse „Deutsch4U“:</b> seit dem 1. September 2025 das Hessische Ministerium für Arbeit, "
            "Integration, Jugend und Soziales selbst",
            "<b>Familienzentren:</b> das Regierungspräsidium Kassel",
        ),
        text("Einen Antrag stellen Sie immer bei der Behörde, nicht hier. Wir helfen Ihnen gern, ihn vorzubereiten."),
        external(
            "So läuft ein WIR-Antrag",
            RP_DARMSTADT[1],
            provider="Regierungspräsidium Darmstadt",
            why="Formulare, Fristen und die zuständigen Personen.",
        ),
        external(
            "Karte der geförderten Projekte",
            "https://integrationskompass.hessen.de/",
            provider="Integrationskompass des Landes Hessen",
            why="Suchen Sie nach einem Thema oder nach Ihrem Ort und sehen Sie, wer in der Nähe schon etwas macht.",
        ),
    ),
)

FAMILY_CENTRES = DemoPage(
    title="Familienzentren",
    slug="familienzentren",
    introduction=(
        "Familienzentren kennen die Familien im Viertel. Vereine und Lots*innen kennen ihre Sprachen und Wege. "
        "Zusammen erreichen sie Menschen, die sonst niemand erreicht."
    ),
    in_menu=True,
    body=(
        heading("Wie eine Zusammenarbeit aussehen kann"),
        points(
            "Eine Lotsin kommt einmal im Monat ins Elterncafé und begleitet danach zum Amt.",
            "Ein Verein gestaltet mit dem Familienzentrum einen Nachmittag in zwei Sprachen.",
            "Mitarbeiter*innen holen sich Rat, wenn eine geflüchtete Familie viele Fragen auf einmal hat.",
            "Das Familienzentrum stellt den Raum, der Verein bringt die Gäste mit.",
        ),
        text(
            "Sie leiten ein Familienzentrum und suchen jemanden aus Ihrem Kreis? Machen Sie mit, kommen Sie zu "
            "einem Treffen, und sagen Sie, was Sie brauchen. Die Bereiche stellen den Kontakt her."
        ),
        action("Familienzentren machen mit wie ein Verein.", "Mitmachen", Destination.APPLY),
        figure(
            "227",
            "Familienzentren in Hessen bekommen Geld vom Land",
            as_of="2024-04-30",
            source=("Familienzentren in Hessen", "https://www.familienzentren-hessen.de/"),
        ),
    ),
)

GOOD_TO_KNOW = DemoPage(
    title="Gut zu wissen",
    slug="gut-zu-wissen",
    introduction="Angebote, nach denen bei uns oft gefragt wird. Andere machen sie; wir sagen, wo Sie richtig sind.",
    in_menu=True,
    body=(text("Jede Seite nennt ihren Stand. Ist etwas überholt, sagen Sie es uns bitte."),),
    children=(
        DemoPage(
            title="Jugendmigrationsdienste",
            slug="jugendmigrationsdienste",
            introduction=(
                "Schule, Ausbildung, erste Wohnung: Ein Jugendmigrationsdienst (JMD) hilft jungen Menschen, "
                "deren Familie zugewandert ist, ihren eigenen Weg zu finden."
            ),
            body=(
                text(
                    "Wer 12 bis 27 Jahre alt ist, kann einfach hingehen. Die Beratung kostet nichts und bleibt "
                    "vertraulich. Oft wird daraus eine Begleitung über Jahre, von der Klasse sieben bis zum "
                    "Arbeitsvertrag. Dazu kommen Kurse, Gruppen und Ausflüge.",
                    "Träger sind zum Beispiel AWO, Caritas, Diakonie, DRK und Internationaler Bund. Der Bund bezahlt "
                    "die Dienste in seiner Initiative JUGEND STÄRKEN.",
                ),
                figure(
                    "rund 500",
                    "Jugendmigrationsdienste in ganz Deutschland; 130.000 junge Menschen ließen sich 2023 beraten",
                    as_of="2023-12-31",
                    source=("JUGEND STÄRKEN", "https://www.jugend-staerken.de/"),
                ),
                external(
                    "Einen Dienst in Hessen finden",
                    "https://www.jugendmigrationsdienste.de/",
                    provider="Servicebüro Jugendmigrationsdienste",
                    why="Adressen und Telefonnummern aller Orte, dazu Beratung online.",
                ),
            ),
        ),
        DemoPage(
            title="Integrationskurs und Kinderbetreuung",
            slug="integrationskurs-mit-kind",
            introduction=(
                "Deutsch lernen, während jemand auf die Kinder achtet: Dafür gab es ein Bundesprogramm. Es ist zu "
                "Ende, ein anderes ist an seine Stelle getreten."
            ),
            body=(
                programme(
                    "Integrationskurs mit Kind",
                    "ended",
                    "Von Januar 2022 bis Dezember 2023 bezahlte der Bund die Betreuung, damit Mütter und Väter in "
                    "den Kurs gehen konnten. Neue Anträge sind nicht mehr möglich.",
                    as_of="2023-12-31",
                    source=("Frühe Chancen", "https://www.fruehe-chancen.de/"),
                ),
                programme(
                    "Integrationskurs mit Kind Plus: Perspektive durch Qualifizierung",
                    "running",
                    "Das neue Programm läuft von 2024 bis 2026 mit Geld des Europäischen Sozialfonds Plus. Anträge "
                    "waren zeitweise geschlossen: Fragen Sie nach, bevor Sie planen.",
                    as_of="2024-01-01",
                    source=("Frühe Chancen", "https://integrationskurs-mit-kind.fruehe-chancen.de/"),
                ),
                text(
                    "Auch Kurse aus „Deutsch4U“, dem Programm des Landes, dürfen Betreuung anbieten. Fragen Sie den "
                    "Träger des Kurses danach."
                ),
            ),
        ),
    ),
)

SHARED_PAGES = (ABOUT, PROGRAMME, FAMILY_CENTRES, GOOD_TO_KNOW)
