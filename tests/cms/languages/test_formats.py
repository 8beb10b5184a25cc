"""Dates, times and numbers as each language writes them, and no template that knows better."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from django.utils import translation
from django.utils.formats import date_format, number_format, time_format

DAY = date(2026, 12, 5)

FULL = {
    "de": "Samstag, 5. Dezember 2026",
    "de-simple": "Samstag, 5. Dezember 2026",
    "en": "Saturday, 5 December 2026",
    "ar": "السبت، 5 ديسمبر 2026",
}


@pytest.mark.parametrize(("language", "text"), FULL.items())
def test_the_day_is_named_in_words(language, text):
    with translation.override(language):
        assert date_format(DAY) == text


@pytest.mark.parametrize("language", FULL)
def test_times_run_to_24_hours(language):
    with translation.override(language):
        assert time_format(datetime(2026, 12, 5, 18, 5), "TIME_FORMAT") == "18:05"  # noqa: DTZ001  (a wall clock)


@pytest.mark.parametrize(("language", "text"), [("de", "1.234,5"), ("de-simple", "1.234,5"), ("en", "1,234.5")])
def test_numbers(language, text):
    with translation.override(language):
        assert number_format(1234.5, use_l10n=True, force_grouping=True) == text


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("de", "5.12.2026"),
        ("de-simple", "05.12.26"),
        ("en", "5/12/2026"),
        ("en", "5 December 2026"),
        ("ar", "5/12/2026"),
    ],
)
def test_forms_read_what_the_language_writes_and_the_german_form(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == DAY
        assert forms.DateField().clean("5.12.2026") == DAY
        assert forms.DateField().clean("2026-12-05") == DAY


NAMED = re.compile(r"[A-Z_]+_FORMAT$")
FOR_PROGRAMS = {"c", "Y-m", "Y-m-d"}  # attributes, anchors
ONE_PART = set("jlFDMY")


def test_no_template_writes_a_date_in_the_german_way():
    """`date:"j. F Y"` reads "5. December 2026" in English."""
    wrong = [
        f"{path.relative_to(settings.BASE_DIR)}: {spec}"
        for path in sorted((Path(settings.BASE_DIR) / "templates").rglob("*.*"))
        if path.parent.name not in {"admin", "demo"}
        for spec in re.findall(r"""\|(?:date|time):["']([^"']*)["']""", path.read_text(encoding="utf-8"))
        if not NAMED.match(spec) and spec not in FOR_PROGRAMS | ONE_PART
    ]
    assert wrong == []


def render(source, **context):
    return Template("{% load languages %}" + source).render(Context(context))


def test_words_that_run_the_other_way_are_isolated():
    with translation.override("ar"):
        assert render("{{ t|isolated }}", t="Treffen (Kassel)") == "\u2068Treffen (Kassel)\u2069"
        assert render("{{ t|isolated }}", t="لقاء") == "لقاء"
        assert render("{{ t|isolated }}", t="<b>") == "\u2068&lt;b&gt;\u2069"
    with translation.override("de"):
        assert render("{{ t|isolated }}", t="Treffen (Kassel)") == "Treffen (Kassel)"
        assert render("{{ t|isolated }}", t="نادية") == "\u2068نادية\u2069"
