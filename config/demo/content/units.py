"""What each unit says for itself: the front of its section and the pages below."""

from dataclasses import dataclass

from cms.pages.enums import Destination
from config.demo.content.parts import Block, DemoPage, action, external, figure, heading, points, text

CENTRE = "https://kompetenzzentrum-vielfalt-hessen.de"
LOTSEN_NEWS = f"{CENTRE}/integrationslotsen/news"
MO_NEWS = f"{CENTRE}/migrantenorganisationen/news"


@dataclass(frozen=True)
class DemoSection:
    """What stands on the front of a unit's section, and its pages."""

    title: str
    introduction: str
    body: tuple[Block, ...]
    pages: tuple[DemoPage, ...]


MO = DemoSection(
    title="Migranten\u00adorganisationen",  # a soft hyphen: not every browser hyphenates German
    introduction=(
        "Ihr Verein tut viel, und fast alles in der Freizeit. Wir beraten Sie, bringen Sie mit anderen zusammen und "
        "zeigen, wie man an Räume, Geld und Gehör kommt."
    ),
    body=(
        text(
            "Dieser Bereich gehört zu beramí e.V. Er ist für Vereine und Initiativen da, die von Menschen mit "
            "Migrationsgeschichte getragen werden. Es spielt keine Rolle, wie groß Sie sind und ob Sie schon im "
            "Vereinsregister stehen."
        ),
        heading("Womit Sie zu uns kommen können"),
        points(
            "Wir möchten einen Verein gründen. Was ist eine Satzung, und wer schreibt sie?",
            "Wir haben eine Idee, aber kein Geld. Wer fördert so etwas?",
            "Der Bescheid ist da. Wie rechnen wir ab, ohne etwas falsch zu machen?",
            "Wir möchten in unserer Stadt mitreden. Mit wem sprechen wir zuerst?",
        ),
        action("Treffen und Workshops stehen allen Vereinen offen.", "Termine ansehen", Destination.EVENTS),
        action("Als Mitglied melden Sie Ihre Leute mit wenigen Klicks an.", "Mitmachen", Destination.APPLY),
    ),
    pages=(
        DemoPage(
            title="Beratung für Vereine",
            slug="beratung",
            introduction="Ein Gespräch, bei dem Ihre Frage im Mittelpunkt steht. Kostenlos und vertraulich.",
            body=(
                heading("So läuft es ab"),
                points(
                    "Sie schreiben oder rufen an und sagen, worum es geht. Zwei Sätze genügen.",
                    "Wir schlagen einen Termin vor: bei uns, bei Ihnen oder am Bildschirm, auch am Abend.",
                    "Wir suchen gemeinsam den nächsten Schritt. Manchmal ist es eine Adresse, manchmal ein Entwurf.",
                    "Wir fragen nach, ob es geklappt hat.",
                ),
                heading("Häufige Themen"),
                points(
                    "Gründung, Satzung (die Regeln eines Vereins) und Gemeinnützigkeit",
                    "Fördermittel finden, beantragen und abrechnen",
                    "Projekte planen, Aufgaben verteilen, Ehrenamtliche gewinnen",
                    "mit Schulen, Ämtern und Politik ins Gespräch kommen",
                ),
                text(
                    "Ihr Verein macht ein kleines Projekt und hat niemanden angestellt? Dann passt vielleicht die "
                    "Förderung für Migrantenorganisationen aus dem Landesprogramm WIR. Wir rechnen es mit Ihnen durch."
                ),
            ),
        ),
        DemoPage(
            title="Vernetzen und weiterbilden",
            slug="vernetzen",
            introduction="Andere Vereine haben dieselben Fragen, und manche haben schon Antworten.",
            body=(
                text(
                    "Einmal im Jahr treffen sich Vereine aus allen Teilen Hessens, mit Gästen aus dem Ministerium und "
                    "mit Workshops am Nachmittag. Dazwischen gibt es kleinere Runden zu einem Thema."
                ),
                figure(
                    "60 Menschen aus 43 Vereinen",
                    "kamen zum Vernetzungstreffen 2019",
                    as_of="2019-12-31",
                    source=(
                        "Kompetenzzentrum Vielfalt Hessen",
                        f"{MO_NEWS}/vernetzungstreffen-der-migrantischen-organisationen-2019",
                    ),
                ),
                points(
                    "<b>Vernetzungstreffen:</b> sich kennenlernen und Pläne schmieden",
                    "<b>Workshops:</b> einen Abend lang etwas üben, zum Beispiel einen Finanzplan",
                    "<b>Sprechstunden am Bildschirm:</b> kurz fragen, ohne Anfahrt",
                ),
                action("", "Nächste Termine", Destination.EVENTS),
            ),
        ),
    ),
)

LOTSEN = DemoSection(
    title="WIR-Lots*innen",
    introduction=(
        "Lots*innen kennen den Weg, weil sie ihn selbst gegangen sind. Wir beraten die Träger, bei denen sie sich "
        "engagieren, und sorgen für gute Ausbildung."
    ),
    body=(
        text(
            "Dieser Bereich gehört zu lagfa Hessen e.V. mit Sitz in Offenbach. Er ist für Vereine, Verbände und "
            "Kommunen da, die ein Lotsenprojekt haben oder eines beginnen wollen, und für die Lots*innen selbst."
        ),
        figure(
            "über 1.100",
            "WIR-Lots*innen sind an 56 Standorten aktiv",
            as_of="2025-11-07",
            source=(
                "Kompetenzzentrum Vielfalt Hessen",
                f"{LOTSEN_NEWS}/vernetzungstreffen-der-wir-lots-innen-projekte-am-7.11/",
            ),
        ),
        heading("Womit Sie zu uns kommen können"),
        points(
            "Wir haben ein Projekt und möchten wissen, wie andere es machen.",
            "Wir planen ein Projekt und brauchen jemanden, der mitdenkt.",
            "Wir suchen Referent*innen für die Ausbildung.",
            "Wir wollen beantragen oder abrechnen und verstehen das Formular nicht.",
        ),
        action("Die Projekte treffen sich in allen Teilen Hessens.", "Termine ansehen", Destination.EVENTS),
    ),
    pages=(
        DemoPage(
            title="Was Lots*innen tun",
            slug="was-lotsinnen-tun",
            introduction="Sie zeigen Wege. Gehen müssen die Menschen selbst, aber nicht allein.",
            body=(
                points(
                    "zum Amt mitgehen und erklären, was dort geschieht",
                    "bei der Anmeldung in Kita oder Schule helfen",
                    "sagen, welche Beratungsstelle zuständig ist",
                    "in der Muttersprache zuhören und ermutigen",
                ),
                text(
                    "Lots*innen sind Freiwillige. Sie ersetzen keine Anwältin, keinen Arzt und keine Sozialarbeit. "
                    "Sie übernehmen auch keine Patenschaft: Ihre Begleitung hat einen Anfang und ein Ende.",
                ),
                heading("Gut vorbereitet"),
                text(
                    "Am Anfang steht eine Basisqualifizierung mit 20 bis 36 Unterrichtseinheiten; eine Einheit dauert "
                    "45 Minuten. Danach gibt es Vertiefungsseminare und Gespräche, in denen man sich Schweres von der "
                    "Seele reden kann. Dafür gibt es einen Leitfaden mit acht Modulen und einen Methodenkoffer."
                ),
            ),
        ),
        DemoPage(
            title="Ein Lotsenprojekt aufbauen",
            slug="projekt-aufbauen",
            introduction="Von der Idee bis zum ersten Einsatz. Wir begleiten Sie, so lange Sie es brauchen.",
            body=(
                heading("In dieser Reihenfolge"),
                points(
                    "<b>Idee:</b> Wem sollen die Lots*innen helfen? Gibt es im Ort schon etwas Ähnliches?",
                    "<b>Partner:</b> Sprechen Sie früh mit dem WIR-Vielfaltszentrum Ihrer Region.",
                    "<b>Antrag:</b> Er geht online an das Regierungspräsidium Darmstadt. Das Formular lässt sich nicht "
                    "zwischenspeichern; legen Sie vorher alles bereit.",
                    "<b>Ausbildung:</b> Wir nennen Ihnen Referent*innen und geben Ihnen das Material.",
                    "<b>Alltag:</b> Eine feste Ansprechperson, klare Grenzen, regelmäßige Gespräche.",
                ),
                external(
                    "Fragen und Antworten für Lotsenprojekte",
                    f"{CENTRE}/integrationslotsen/faq/",
                    provider="Kompetenzzentrum Vielfalt Hessen",
                    why="Was Träger am häufigsten wissen möchten.",
                ),
            ),
        ),
    ),
)

SECTIONS = {"mo": MO, "lotsen": LOTSEN}
