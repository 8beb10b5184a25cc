"""Leichte Sprache: short sentences, one thought each, on a line of its own; no passive, no genitive.

Long words are divided by a hyphen, as in the catalogue. An introduction has each sentence on its own line: the style
sheet keeps those lines in this language.
"""

from cms.pages.enums import Destination
from config.demo.content.parts import DemoText, action, figure, heading, lines, points, programme
from config.demo.content.units import LOTSEN_NEWS

SIMPLE = {
    "": DemoText(
        title="Treffen, lernen, mitmachen",
        introduction=(
            "Helfen Sie anderen Menschen in Hessen?\nOder leiten Sie einen Verein?\n"
            "Hier treffen Sie Menschen, die das auch machen.\nUnd hier bekommen Sie Hilfe."
        ),
        body=(
            heading("Das können Sie hier machen"),
            points(
                "<b>Sie finden Termine.</b><br/>Sie melden sich an.<br/>Sie melden auch andere Menschen an.",
                "<b>Sie bekommen Rat.</b><br/>Zum Beispiel: Wie bekommt unser Verein Geld?",
                "<b>Ihr Verein macht mit.</b><br/>Dann melden Sie Ihre Leute an.",
                "<b>Sie haben alle Termine im Handy.</b><br/>Ändert sich ein Termin?<br/>Dann sehen Sie das im Handy.",
            ),
            action(
                "Ist Ihr Verein noch nicht dabei? Sie brauchen nur ein paar Minuten.", "Mitmachen", Destination.APPLY
            ),
        ),
    ),
    "migrantenorganisationen": DemoText(
        title="Migranten-Organisationen",
        introduction=(
            "In Ihrem Verein sind Menschen aus anderen Ländern.\nIhr Verein hilft vielen Menschen.\n"
            "Wir helfen Ihnen dabei."
        ),
        body=(
            lines(
                "Wir sind der Verein beramí.",
                "Wir helfen Vereinen und Gruppen.",
                "Ihr Verein kann klein sein.",
                "Oder Ihr Verein ist groß.",
                "Beides ist gut.",
            ),
            heading("Das können Sie uns fragen"),
            points(
                "Wir möchten einen Verein gründen.<br/>Was müssen wir tun?",
                "Wir haben eine Idee.<br/>Aber wir haben kein Geld.<br/>Wer hilft uns?",
                "Wir haben Geld vom Land bekommen.<br/>Welche Papiere müssen wir schicken?",
                "Wir möchten in unserer Stadt mitreden.<br/>Mit wem sprechen wir zuerst?",
            ),
            action("Alle Vereine können zu unseren Treffen kommen.", "Termine ansehen", Destination.EVENTS),
            action("Ihr Verein macht mit? Dann melden Sie Ihre Leute ganz leicht an.", "Mitmachen", Destination.APPLY),
        ),
    ),
    "migrantenorganisationen/beratung": DemoText(
        title="Rat für Vereine",
        introduction="Sie haben eine Frage.\nWir sprechen mit Ihnen.\nDas ist kostenlos.\nWir sagen nichts weiter.",
        body=(
            heading("So geht das"),
            points(
                "Sie schreiben uns.<br/>Oder Sie rufen uns an.<br/>Sie sagen: Das ist meine Frage.",
                "Dann machen wir einen Termin aus.<br/>Sie kommen zu uns.<br/>Oder wir kommen zu Ihnen.<br/>"
                "Oder wir machen ein Video-Treffen.",
                "Wir überlegen zusammen: Was machen Sie als Nächstes?",
                "Später fragen wir Sie: Hat es geklappt?",
            ),
            heading("Darüber sprechen wir oft"),
            points(
                "Einen Verein gründen.<br/>Dafür braucht der Verein Regeln.<br/>Die Regeln heißen: Satzung.",
                "Geld für den Verein bekommen",
                "Ein Projekt planen.<br/>Und Menschen finden, die helfen.",
                "Mit der Schule oder mit dem Amt sprechen",
            ),
        ),
    ),
    "wir-lotsinnen": DemoText(
        title="WIR-Lotsinnen und WIR-Lotsen",
        introduction=(
            "Lotsinnen und Lotsen helfen Menschen, die neu in Deutschland sind.\n"
            "Viele Lotsinnen und Lotsen waren auch einmal neu hier.\nDeshalb kennen sie den Weg."
        ),
        body=(
            lines(
                "Wir sind der Verein lagfa Hessen.",
                "Unser Büro ist in Offenbach.",
                "Wir helfen Vereinen und Städten.",
                "Dort helfen Lotsinnen und Lotsen.",
                "Die Lotsinnen und Lotsen arbeiten freiwillig.",
                "Freiwillig heißt: ohne Lohn.",
                "Wir sorgen für gute Kurse.",
            ),
            figure(
                "mehr als 1.100",
                "Lotsinnen und Lotsen helfen an 56 Orten",
                as_of="2025-11-07",
                source=(
                    "Kompetenzzentrum Vielfalt Hessen",
                    f"{LOTSEN_NEWS}/vernetzungstreffen-der-wir-lots-innen-projekte-am-7.11/",
                ),
            ),
            heading("Das können Sie uns fragen"),
            points(
                "Wir haben ein Projekt.<br/>Wie machen es andere?",
                "Wir planen ein Projekt.<br/>Wer denkt mit uns nach?",
                "Wir suchen Menschen, die Kurse geben.",
                "Wir verstehen ein Formular nicht.<br/>Wer hilft uns?",
            ),
            action("Die Projekte treffen sich an vielen Orten in Hessen.", "Termine ansehen", Destination.EVENTS),
        ),
    ),
    "wir-lotsinnen/was-lotsinnen-tun": DemoText(
        title="Das machen Lotsinnen und Lotsen",
        introduction="Lotsinnen und Lotsen zeigen Ihnen den Weg.\nSo sind Sie auf dem Weg nicht allein.",
        body=(
            points(
                "Lotsinnen und Lotsen gehen mit Ihnen zum Amt.<br/>Dort erklären sie Ihnen alles.",
                "Lotsinnen und Lotsen helfen bei Fragen zu Kita und Schule.",
                "Lotsinnen und Lotsen sagen Ihnen: Hier bekommen Sie Rat.",
                "Lotsinnen und Lotsen hören zu.<br/>Oft sprechen sie Ihre Sprache.",
            ),
            lines(
                "Lotsinnen und Lotsen arbeiten freiwillig.",
                "Freiwillig heißt: ohne Lohn.",
                "Für Fragen zum Recht gibt es Anwältinnen und Anwälte.",
                "Bei Krankheit helfen Ärztinnen und Ärzte.",
                "Die Hilfe hat einen Anfang.",
                "Und die Hilfe hat ein Ende.",
            ),
            heading("Lotsinnen und Lotsen lernen viel"),
            lines(
                "Zuerst machen sie einen Kurs.",
                "Der Kurs dauert 20 bis 36 Stunden.",
                "Eine Stunde im Kurs dauert 45 Minuten.",
                "Danach gibt es noch mehr Kurse.",
                "Und es gibt Gespräche.",
                "Dort kann man sagen: Das war schwer für mich.",
            ),
        ),
    ),
    "kompetenzzentrum": DemoText(
        title="Das sind wir",
        introduction="Wir sind 2 Vereine.\nViele Menschen in Hessen helfen anderen.\nWir helfen ihnen dabei.",
        body=(
            lines(
                "Wir heißen: Kompetenz-Zentrum Vielfalt Hessen.",
                "Uns gibt es seit dem Jahr 2017.",
                "Das Land Hessen bezahlt unsere Arbeit.",
                "Wir geben Rat.",
                "Wir machen Kurse.",
                "Wir machen Treffen.",
            ),
            heading("Wer macht was?"),
            points(
                "<b>beramí</b> ist in Frankfurt.<br/>beramí hilft Migranten-Organisationen.",
                "<b>lagfa Hessen</b> ist in Offenbach.<br/>lagfa hilft Projekten mit Lotsinnen und Lotsen.",
            ),
            programme(
                "Kompetenz-Zentrum Vielfalt Hessen",
                "running",
                "beramí leitet die Arbeit. Die lagfa macht mit. Das Geld kommt bis zum Jahr 2025.",
                as_of="2025-05-31",
                source=("lagfa Hessen", "https://lagfa-hessen.de/treffen-der-wir-lotsinnen-projekte-in-kassel"),
            ),
            action("", "Alle Termine ansehen", Destination.EVENTS),
        ),
    ),
}
