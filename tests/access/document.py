"""docs/permissions.md: who may what, and what every address answers, written from the predicates and rows."""

from itertools import groupby

from tests.access.actions import ACTIONS
from tests.access.answers import Answer
from tests.access.roles import ROLES
from tests.access.rows import Area
from tests.access.site_rows import DEMO_ROWS, SITE_ROWS
from tests.access.wagtail_rows import NOT_ASKED, WAGTAIL_ROWS

INTRODUCTION = """\
# Wer darf was

Diese Datei wird geschrieben, nicht gepflegt: `make permissions` fragt die Prädikate des Programms
(`*/permissions.py`, die Rechte der Redaktion in Wagtail) für jede Rolle nach einem Beispiel. Ein Test vergleicht, ein
zweiter ruft jede Adresse der Website als jede Rolle auf (`tests/access/`). Ändert sich hier eine Zeile, hat sich
geändert, wer etwas darf: bitte mit Bedacht prüfen.
"""
LEGEND = """\
`✓` offen · `→` zur Anmeldung · `✗` verweigert · `–` gibt es (für diese Rolle) nicht · `m` Methode nicht vorgesehen.
Vor dem Schrägstrich steht die Antwort auf GET, dahinter die auf POST. „mo“ ist der Bereich von beramí, „lotsen“ der von
lagfa: Alle Beispiele gehören zu mo.
"""


def document(world):
    """The whole text."""
    may = {
        role.code: {key: action.allows(world.users[role.code], world) for key, action in ACTIONS.items()}
        for role in ROLES
    }
    parts = [INTRODUCTION, "## Die Rollen\n", _roles(), "## Handlungen\n"]
    for section, actions in groupby(ACTIONS.items(), key=lambda item: item[1].section):
        rows = [[action.sentence, *("✓" if may[role.code][key] else "–" for role in ROLES)] for key, action in actions]
        parts += [f"### {section}\n", _table([section, *HEADINGS], rows)]
    parts += ["## Unsere Adressen\n", LEGEND, _addresses(SITE_ROWS, may)]
    parts += ["### Nur in der Demo\n", _addresses(DEMO_ROWS, may)]
    parts += ["## Adressen von Wagtail und allauth\n", RULES, _rules()]
    return "\n".join(parts)


HEADINGS = [role.heading for role in ROLES]


def _roles():
    return _table(["Rolle", "wer das ist"], [[role.heading, role.who] for role in ROLES])


def _addresses(rows, may):
    return _table(
        ["Adresse", "Beispiel", *HEADINGS],
        [
            [f"`{row.routes.strip('<>')}`", row.label, *(_cell(row, role, may[role.code]) for role in ROLES)]
            for row in rows
        ],
    )


def _cell(row, role, may):
    """What is expected first; the table of a role that may not is not the place for "method not allowed"."""
    return f"{row.expected(role, 'get', may)[0]}/{row.expected(role, 'post', may)[0]}"


RULES = """\
Ein Stern steht für alle Namen, für die keine eigene Zeile da ist. Wer die genannte Handlung nicht darf, kommt nicht
hinein: Ohne Anmeldung geht es zur Anmeldung, wer angemeldet ist, aber nicht in der Redaktion, wird abgewiesen. Die
letzte Spalte sagt, was andere in der Redaktion erfahren, auch die des anderen Bereichs.
"""


def _rules():
    rows = [
        [", ".join(dict.fromkeys(_name(row) for row in alike)), _opened_by(needs), told]
        for (needs, told), alike in groupby(WAGTAIL_ROWS, key=lambda row: (row.needs, _told(row)))
    ]
    rows += [[f"`{name}`", "scheitert absichtlich (Wagtails Probealarm)", ""] for name in sorted(NOT_ASKED)]
    return _table(["Adressen", "offen für alle, die dürfen", "sonst"], rows)


def _name(row):
    return f"`{row.routes.strip('<>')}`" + (f" ({row.label})" if row.label else "")


def _opened_by(needs):
    return {"anything": "alle", "nobody": "niemand"}.get(needs, ACTIONS[needs].sentence)


def _told(row):
    if row.needs == "anything":
        return ""
    return str(row.refused or (row.area.value[2] if row.area is not Area.DESK else Answer.DENIED))


def _table(headings, rows):
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(_escaped(str(cell)) for cell in line)} |\n" for line in lines)


def _escaped(cell):
    return cell if cell.startswith("`") else cell.replace("*", r"\*")
