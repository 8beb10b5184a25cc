"""What the components are filled with: plain German, an Arabic name, a text that does not end."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator

BERLIN = ZoneInfo("Europe/Berlin")
STARTS_AT = datetime(2026, 11, 30, 14, 0, tzinfo=BERLIN)
ENDS_AT = datetime(2026, 11, 30, 17, 30, tzinfo=BERLIN)
EARLY = datetime(2026, 12, 4, 9, 30, tzinfo=BERLIN)
ARABIC_NAME = "جمعية الأمل للتواصل"
LONG_TITLE = "Landesweites Qualifizierungs- und Vernetzungswochenende für Integrationslots*innenkoordinator*innen"
NO_SPACE = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
PICTURES = ["welcome", "empty", "lost", "thanks", "pause"]
ICONS = [
    "menu", "clock", "place", "online", "people", "calendar", "download", "mail", "phone", "arrow", "filter",
    "warning", "check",
]  # fmt: skip


def pages() -> Page[int]:
    """The fourth of ten pages."""
    return Paginator(range(95), 10).page(4)


def table() -> dict[str, Any]:
    """Columns and rows for `components/table.html`."""
    columns: list[Any] = ["Landkreis", "Vielfaltszentrum", {"name": "Treffen", "number": True}]
    rows = [("Groß-Gerau", "Rüsselsheim", "12"), ("Kassel", ARABIC_NAME, "7"), ("Offenbach", LONG_TITLE, "1.204")]
    labels = ["Landkreis", "Vielfaltszentrum", "Treffen"]
    return {
        "columns": columns,
        "rows": [
            [
                {"label": label, "text": text, "number": label == "Treffen"}
                for label, text in zip(labels, row, strict=True)
            ]
            for row in rows
        ],
    }


def tabs() -> list[dict[str, str]]:
    """Three parts for `components/tabs.html`."""
    return [
        {"id": "teil-handy", "title": "Handy", "text": "Drücken Sie auf den Knopf. Das Handy fragt noch einmal nach."},
        {"id": "teil-computer", "title": "Computer", "text": "Kopieren Sie die Adresse in Ihr Kalender-Programm."},
        {"id": "teil-papier", "title": "Papier", "text": "Drucken Sie die Seite. Auf dem Papier steht alles."},
    ]


def filter_groups() -> list[dict[str, Any]]:
    """Two groups for `components/filters.html`, one box ticked."""
    return [
        {
            "legend": "Thema",
            "name": "thema",
            "options": [
                {"value": "geld", "label": "Geld vom Land", "checked": True},
                {"value": "recht", "label": "Vereinsrecht", "checked": False},
                {"value": "gesundheit", "label": "Gesundheit", "checked": False},
            ],
        },
        {
            "legend": "Wo",
            "name": "ort",
            "options": [
                {"value": "online", "label": "Online", "checked": False},
                {"value": "vor-ort", "label": "Vor Ort", "checked": False},
            ],
        },
    ]
