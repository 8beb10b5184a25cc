"""Every pair of colours that carries text or a control, computed from tokens.css (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TOKENS = re.sub(r"/\*.*?\*/", "", (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text(), flags=re.DOTALL)
LIGHT, _, DARK = TOKENS.partition("@media (prefers-color-scheme: dark)")
UNITS = ["", "mo", "lotsen"]

TEXT = [  # on its ground: at least 4.5 : 1
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink-soft", "paper"),
    ("ink-soft", "tint"),
    ("strong", "paper"),
    ("strong", "tint"),
    ("ink", "ground"),
    ("strong", "ground"),
    ("ink-soft", "ground"),
    ("on-strong", "strong"),
    ("paper", "ink"),
    ("danger", "paper"),
    ("danger", "danger-ground"),
    ("success", "paper"),
    ("warning", "paper"),
    ("ink", "danger-ground"),
    ("ink", "success-ground"),
    ("ink", "warning-ground"),
    ("ink", "date-ground"),
]
LARGE = [  # numerals of a date, borders of fields, bars of notices, the ring of focus: at least 3 : 1
    ("strong", "date-ground"),
    ("line-strong", "paper"),
    ("ink", "paper"),
    ("danger", "danger-ground"),
    ("success", "success-ground"),
    ("warning", "warning-ground"),
]


def _block(text, selector):
    found = re.search(re.escape(selector) + r"\s*\{([^}]*)\}", text)
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", found[1])) if found else {}


def _colours(unit, scheme):
    """The cascade by hand: root, then the unit; the dark half over the light one."""
    colours = {}
    for text in (LIGHT, DARK) if scheme == "dark" else (LIGHT,):
        colours |= _block(text, ":root")
        if unit:
            colours |= _block(text, f'[data-unit="{unit}"]')
    return colours


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("front", "ground", "least"), [(*pair, 4.5) for pair in TEXT] + [(*pair, 3) for pair in LARGE])
def test_it_can_be_read(front, ground, least, unit, scheme):
    colours = _colours(unit, scheme)

    assert contrast(colours[front], colours[ground]) >= least


@pytest.mark.parametrize("unit", UNITS[1:])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_unit_brings_all_its_colours_in_both_schemes(unit, scheme):
    """A colour forgotten in the dark half would be the light one there."""
    own = _block(LIGHT if scheme == "light" else DARK, f'[data-unit="{unit}"]')

    assert set(own) == {"shape-a", "shape-b", "shape-ab", "date-ground", "ground", "strong"}
