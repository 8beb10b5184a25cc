"""Every way of writing a text is found; what only editors read is not."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

from cms.languages.extraction import extracted, source_files

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, npgettext, pgettext
# Translators: on the button
a = _("Eins")
b = ngettext("%(n)d Platz", "%(n)d Plätze", n)
c = pgettext("Monat", "Mai")
d = npgettext("Tag", "ein Tag", "viele Tage", n)
e = _("zwei "
      "Zeilen")
"""

TEMPLATE = """{% load i18n %}
    {# Translators: the head of the list #}
    {% translate "Termine" %} – Text mit „Zeichen“ und 5\N{NO-BREAK SPACE}Uhr
      {% translate "Mai" context "Monat" %}
  {% trans 'alt' as title %}
    {% blocktranslate trimmed with name=person.name %}
        Guten Tag {{ name }},
        wie geht's?
    {% endblocktranslate %}
    {% blocktranslate trimmed count number=n %}
        {{ number }} Ort
    {% plural %}
        {{ number }} Orte
    {% endblocktranslate %}
    {% blocktranslate trimmed context "Gruß" %}
        Tschüss
    {% endblocktranslate %}
  {% blocktranslate %}100 % sicher{% endblocktranslate %}
    {% include "button.html" with label=_("Weiter") only %}
    {{ value|default:_("keine Angabe") }} {% if x %}{{ _("direkt") }}{% endif %}
    it's an unbalanced ' quote, (a bracket
"""


@pytest.fixture
def tree(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    write("events/programme/views.py", PYTHON)
    write("templates/programme/list.html", TEMPLATE)
    write("templates/emails/x.subject.txt", '{% load i18n %}{% translate "Betreff" %}')
    return write


def ids(catalog):
    return {(m.context, m.id) for m in catalog if m.id}


def test_every_form_in_python(tree, tmp_path):
    found = ids(extracted(tmp_path))
    assert {
        (None, "Eins"),
        (None, ("%(n)d Platz", "%(n)d Plätze")),
        ("Monat", "Mai"),
        ("Tag", ("ein Tag", "viele Tage")),
        (None, "zwei Zeilen"),
    } <= found


def test_every_form_in_templates(tree, tmp_path):
    found = ids(extracted(tmp_path))
    assert {
        (None, "Termine"),
        (None, "alt"),
        (None, "Guten Tag %(name)s, wie geht's?"),
        (None, ("%(number)s Ort", "%(number)s Orte")),
        ("Gruß", "Tschüss"),
        (None, "100 %% sicher"),
        (None, "Weiter"),
        (None, "keine Angabe"),
        (None, "direkt"),
        (None, "Betreff"),
    } <= found


def test_the_note_for_translators_comes_along(tree, tmp_path):
    catalog = extracted(tmp_path)
    assert catalog.get("Eins").auto_comments == ["on the button"]
    assert catalog.get("Termine").auto_comments == ["the head of the list"]


@pytest.mark.parametrize(
    "name",
    [
        "network/units/viewsets.py",
        "events/programme/wagtail_hooks.py",
        "events/programme/models.py",
        "cms/pages/blocks.py",
        "network/jobs/management/commands/sync.py",
    ],
)
def test_what_only_editors_read_stays_out(tree, tmp_path, name):
    tree(name, '_("Nur für die Redaktion")')
    assert (None, "Nur für die Redaktion") not in ids(extracted(tmp_path))


def test_labels_of_enums_and_forms_are_in(tree, tmp_path):
    tree("events/registration/enums.py", '_("angemeldet")')
    tree("events/registration/forms.py", '_("Wer kommt?")')
    assert {(None, "angemeldet"), (None, "Wer kommt?")} <= ids(extracted(tmp_path))


def test_no_text_hides_in_an_f_string():
    """Babel sees into f-strings on Python 3.12 and not on 3.11: the catalogue would depend on who wrote it."""
    hidden = [
        f"{name}:{node.lineno}"
        for name in source_files(Path(settings.BASE_DIR))
        if name.endswith(".py")
        for node in ast.walk(ast.parse((settings.BASE_DIR / name).read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        and any(isinstance(n, ast.Call) and getattr(n.func, "id", "") in {"_", "gettext"} for n in ast.walk(node))
    ]
    assert hidden == []
