"""First drafts of the pages the law asks for, in German.

They say what the product really does with data. What only the operators know stands in brackets,
and `cms.pages.publication` keeps a page with brackets offline.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cms.pages.enums import Conformity
from cms.pages.models import (
    AccessibilityStatementPage,
    KnownGap,
    LegalNoticeCarrier,
    LegalNoticePage,
    LegalPage,
    PrivacyPage,
    PrivacyProcessing,
)

OPEN = "[bitte eintragen]"


@dataclass(frozen=True)
class CarrierFacts:
    """What § 5 DDG asks of one carrier. Everything but the name is open until somebody knows it."""

    name: str
    address: str = OPEN
    representatives: str = OPEN
    email: str = ""
    second_contact: str = OPEN
    register_court: str = OPEN
    register_number: str = OPEN
    responsible: str = OPEN


@dataclass(frozen=True)
class OperatorFacts:
    """What the operators have decided. Each open value keeps the privacy notice offline."""

    carriers: tuple[CarrierFacts, ...]
    hosting: str = OPEN
    registration_retention: str = OPEN
    application_retention: str = OPEN
    log_retention: str = OPEN
    feedback_retention: str = OPEN


def legal_drafts(facts: OperatorFacts) -> Iterable[LegalPage]:
    """The three pages, unsaved, in the order of the footer."""
    return [_legal_notice(facts), _privacy(facts), _accessibility()]


def _legal_notice(facts: OperatorFacts) -> LegalNoticePage:
    page = LegalNoticePage(title="Impressum", slug="impressum")
    page.carriers.add(
        *[
            LegalNoticeCarrier(
                sort_order=position,
                name=carrier.name,
                address=carrier.address,
                representatives=carrier.representatives,
                email=carrier.email,
                second_contact=carrier.second_contact,
                register_court=carrier.register_court,
                register_number=carrier.register_number,
                responsible=carrier.responsible,
            )
            for position, carrier in enumerate(facts.carriers)
        ]
    )
    return page


def _privacy(facts: OperatorFacts) -> PrivacyPage:
    names = " und ".join(carrier.name for carrier in facts.carriers)
    page = PrivacyPage(
        title="Datenschutz",
        slug="datenschutz",
        responsible=(
            f"<p>Verantwortlich für diese Seite sind {names}. Anschriften, Telefon und E-Mail stehen im Impressum. "
            "Fragen zum Datenschutz beantworten beide Träger; Sie müssen nicht wissen, wer zuständig ist.</p>"
        ),
        joint_controllership=(
            "<p>Beide Träger betreiben die Seite zusammen und entscheiden gemeinsam, was mit Daten geschieht "
            "(Art. 26 DSGVO). Jeder Träger kümmert sich um die Organisationen und Termine seines Bereichs. Technik, "
            "Sicherheit und Auskünfte regeln sie gemeinsam. Ihre Rechte können Sie bei beiden geltend machen.</p>"
        ),
        cookies=(
            "<p>Seiten zum Lesen setzen kein Cookie. Nur Formulare setzen eines, das sie schützt: Es zeigt, dass ein "
            "Formular wirklich von Ihnen kommt. Loggen Sie sich ein, kommt ein zweites dazu, an dem wir Sie bis zum "
            "Ausloggen erkennen. Beide sind für den Dienst nötig (§ 25 Abs. 2 TDDDG). Wir messen keine Besuche und "
            "laden nichts von fremden Servern.</p><p>Damit nichts verloren geht, wenn das Netz ausfällt, merkt sich "
            "Ihr Browser, was Sie in ein Formular schreiben. Das bleibt auf Ihrem Gerät; wir sehen es erst, wenn Sie "
            "absenden. Es wird gelöscht, sobald das Formular angekommen ist, wenn Sie sich ausloggen, und sonst nach "
            "sieben Tagen, beim Melden einer Barriere schon mit dem Schließen des Fensters. Auch das ist für den "
            "Dienst nötig (§ 25 Abs. 2 TDDDG).</p>"
        ),
        rights=(
            "<p>Sie können jederzeit</p><ul><li>erfahren, was wir über Sie gespeichert haben (Art. 15 DSGVO),</li>"
            "<li>falsche Angaben berichtigen lassen (Art. 16),</li><li>Daten löschen oder sperren lassen "
            "(Art. 17 und 18),</li><li>Ihre Daten zum Mitnehmen bekommen (Art. 20),</li><li>widersprechen, wenn wir "
            "uns auf ein berechtigtes Interesse stützen (Art. 21),</li><li>eine Einwilligung zurücknehmen, mit "
            "Wirkung für die Zukunft (Art. 7).</li></ul><p>Mit einem Konto geht das meiste sofort, unter „Mein "
            "Konto“: lesen und herunterladen, was gespeichert ist, es berichtigen, Einwilligungen zurücknehmen, "
            "löschen lassen. "
            "Gelöscht wird nach 14 Tagen, in denen Sie es zurücknehmen können. Was danach ohne Ihren Namen bleibt und "
            "warum, steht dort. Sonst reicht eine formlose Nachricht an einen der Träger.</p>"
        ),
        supervisory_authority=(
            "<p>Beschweren können Sie sich beim Hessischen Beauftragten für Datenschutz und Informationsfreiheit "
            "(HBDI) in Wiesbaden: <a href='https://datenschutz.hessen.de/'>datenschutz.hessen.de</a>.</p>"
        ),
    )
    page.processings.add(*[PrivacyProcessing(sort_order=place, **row) for place, row in enumerate(_processings(facts))])
    return page


def _processings(facts: OperatorFacts) -> list[dict[str, str]]:
    return [
        {
            "purpose": "Sie lesen auf der Seite",
            "data": "Unser Protokoll hält Zeit, aufgerufenen Bereich und Fehler fest, ohne Namen und ohne IP-Adresse.",
            "legal_basis": "Art. 6 Abs. 1 Buchst. f DSGVO: Die Seite muss sicher laufen.",
            "retention": facts.log_retention,
            "recipients": facts.hosting,
        },
        {
            "purpose": "Ihre Organisation möchte mitmachen",
            "data": "Name, Ort und Angaben zur Organisation; Name und E-Mail der Person, die für sie spricht.",
            "legal_basis": "Art. 6 Abs. 1 Buchst. b DSGVO: Sie möchten Mitglied im Netz werden.",
            "retention": facts.application_retention,
            "recipients": "Die Redaktion des Bereichs, bei dem Sie sich melden.",
        },
        {
            "purpose": "Sie loggen sich in Ihr Konto ein",
            "data": "E-Mail-Adresse und Sprache; ein Passwort nur, wenn Sie eines wählen, und nur verschlüsselt. "
            "Codes zum Einloggen löschen wir nach einer Stunde aus dem Versand.",
            "legal_basis": "Art. 6 Abs. 1 Buchst. b DSGVO.",
            "retention": "Solange Sie das Konto haben.",
            "recipients": "Niemand außerhalb der Träger und ihres Rechenzentrums.",
        },
        {
            "purpose": "Sie nehmen an einem Termin teil",
            "data": "Name und Organisation, auch von Kolleg*innen, die Sie mitbringen; eine E-Mail-Adresse nur, wenn "
            "es eine gibt. Bitte sagen Sie Ihren Kolleg*innen, dass Sie sie angemeldet haben.",
            "legal_basis": "Art. 6 Abs. 1 Buchst. b und f DSGVO: Plätze planen, Änderungen mitteilen.",
            "retention": facts.registration_retention,
            "recipients": "Der Bereich, der den Termin veranstaltet.",
        },
        {
            "purpose": "Wir schreiben Ihnen eine Mail",
            "data": "Adresse, Betreff, Text und ob die Mail angekommen ist.",
            "legal_basis": "Art. 6 Abs. 1 Buchst. b DSGVO.",
            "retention": "Text und Adresse 90 Tage nach dem Versand.",
            "recipients": "Unser Mailserver und der Ihres Anbieters.",
        },
        {
            "purpose": "Sie abonnieren einen Kalender",
            "data": "Eine geheime Adresse, von der wir nur einen Prüfwert speichern. Wer die Adresse kennt, sieht "
            "Ihre Termine; Sie können sie jederzeit ungültig machen.",
            "legal_basis": "Art. 6 Abs. 1 Buchst. b DSGVO.",
            "retention": "Bis Sie das Abo beenden.",
            "recipients": "Das Kalenderprogramm, in das Sie die Adresse eintragen.",
        },
        {
            "purpose": "Sie melden eine Barriere",
            "data": "Ihre Beschreibung, die Seite, um die es geht, und Ihre E-Mail, wenn Sie eine Antwort möchten.",
            "legal_basis": "Art. 6 Abs. 1 Buchst. f DSGVO: Wir wollen die Barriere beseitigen.",
            "retention": facts.feedback_retention,
            "recipients": "Die Redaktionen beider Bereiche.",
        },
    ]


def _accessibility() -> AccessibilityStatementPage:
    page = AccessibilityStatementPage(
        title="Barrierefreiheit",
        slug="barrierefreiheit",
        scope=(
            "<p>Diese Erklärung gilt für alle Seiten des Vielfaltsnetzes, auch für den Bereich der Mitglieder. Wir "
            "bauen nach der Hessischen Verordnung über barrierefreie Informationstechnik (BITV HE), der Norm "
            "EN 301 549 und den WCAG 2.2, Stufe AA.</p>"
        ),
        conformity=Conformity.PARTIAL,
        assessment=(
            "<p>Wir haben selbst geprüft: mit automatischen Tests bei jeder Änderung, mit der Tastatur und am Baum, "
            "den Screenreader lesen. Menschen mit Behinderung haben die Seite noch nicht getestet.</p>"
        ),
        contact=(
            "<p>Sagen Sie uns, wo Sie hängen bleiben. Das Formular braucht kein Konto und fragt nicht nach Ihrem "
            "Namen. Wer eine Adresse angibt, bekommt eine Antwort.</p>"
        ),
        enforcement=(
            "<p>Helfen wir Ihnen nicht oder nicht schnell genug, wenden Sie sich an die Durchsetzungs- und "
            "Überwachungsstelle Barrierefreie Informationstechnik des Landes Hessen. Sie gehört zur "
            "Landesbeauftragten für barrierefreie IT (LBIT) beim Regierungspräsidium Gießen: "
            "<a href='https://lbit.hessen.de/'>lbit.hessen.de</a>. Das Verfahren kostet nichts und braucht keinen "
            "Rechtsbeistand.</p>"
        ),
    )
    page.known_gaps.add(
        KnownGap(
            sort_order=0,
            description="Erst ein Teil der Texte ist in Leichter Sprache. Ein Film in Gebärdensprache fehlt noch.",
            alternative="Wir erklären Ihnen alles am Telefon oder im Gespräch; die Nummern stehen im Impressum.",
        ),
        KnownGap(
            sort_order=1,
            description="Mit Screenreadern auf dem Telefon haben wir noch nicht geprüft.",
            alternative="Melden Sie uns, was nicht geht. Wir nehmen Ihre Anmeldung auch telefonisch an.",
        ),
    )
    return page
