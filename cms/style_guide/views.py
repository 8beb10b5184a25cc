"""The page that shows every component in every state. For those who build and test; linked from the docs alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.style_guide import samples
from cms.style_guide.forms import refused_form, sample_form
from cms.style_guide.selectors import measures, unit_colours

CONTENTS = [
    ("farben", "Farben"),
    ("schrift", "Schrift"),
    ("masse", "Abstände und Maße"),
    ("koepfe", "Köpfe, Motive, Zeichnungen"),
    ("termin", "Datum und Termin"),
    ("knoepfe", "Knöpfe"),
    ("formular", "Formular, leer"),
    ("fehler", "Formular mit Fehlern"),
    ("filter", "Filter"),
    ("seiten", "Seiten einer Liste"),
    ("tabelle", "Tabelle"),
    ("reiter", "Reiter"),
    ("aufklappen", "Aufklappen"),
    ("laden", "Wird geladen, leer"),
    ("karte", "Karte"),
    ("hinweise", "Hinweise"),
    ("menschen", "Menschen"),
    ("rahmen", "Rahmen"),
]


@require_safe
def style_guide_view(request: HttpRequest) -> HttpResponse:
    """Asks no database and knows no person; nothing sent here is kept."""
    return render(
        request,
        "style_guide/index.html",
        {
            "contents": CONTENTS,
            "units": unit_colours(),
            "type_sizes": measures(("text-",)),
            "spaces": measures(("space-",)),
            "other_measures": measures(("axis", "measure", "page", "gutter", "radius", "target", "quick")),
            "samples": samples,
            "page": samples.pages(),
            "table": samples.table(),
            "tabs": samples.tabs(),
            "filter_groups": samples.filter_groups(),
            "sample_form": sample_form(),
            "refused_form": refused_form(),
            "messages_sample": ["Gespeichert.", samples.ARABIC_NAME],
            "draft": {"name": "stil", "store": "tab", "owner": ""},
        },
    )
