"""The tokens of the style sheet, read where they are defined, so that the guide cannot tell another story."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.staticfiles.finders import find

DARK_HALF = "@media (prefers-color-scheme: dark)"
UNITS = {"": "Netz", "mo": "Migrantenorganisationen", "lotsen": "WIR-Lots*innen"}

TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text on its ground."""
LARGE_CONTRAST = 3.0
"""WCAG 2.2, 1.4.3 for large numerals, 1.4.11 for edges of controls and the ring of focus."""

PAIRS = [
    ("ink", "paper", TEXT_CONTRAST),
    ("ink-soft", "paper", TEXT_CONTRAST),
    ("strong", "paper", TEXT_CONTRAST),
    ("on-strong", "strong", TEXT_CONTRAST),
    ("ink", "tint", TEXT_CONTRAST),
    ("ink-soft", "tint", TEXT_CONTRAST),
    ("ink", "ground", TEXT_CONTRAST),
    ("strong", "ground", TEXT_CONTRAST),
    ("danger", "danger-ground", TEXT_CONTRAST),
    ("ink", "success-ground", TEXT_CONTRAST),
    ("ink", "warning-ground", TEXT_CONTRAST),
    ("strong", "date-ground", LARGE_CONTRAST),
    ("line-strong", "paper", LARGE_CONTRAST),
]


@dataclass(frozen=True)
class Pair:
    """A colour in front of another, in the light and in the dark scheme."""

    front: str
    ground: str
    least: float
    light: tuple[str, str, float]
    """Front, ground, contrast."""
    dark: tuple[str, str, float]


@dataclass(frozen=True)
class UnitColours:
    """What one unit's pages are coloured with."""

    code: str
    name: str
    pairs: list[Pair]


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 between two colours written `#rrggbb`: 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _sheet() -> str:
    path = find("css/tokens.css")
    text = Path(path).read_text(encoding="utf-8") if path else ""
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def _block(text: str, selector: str) -> dict[str, str]:
    found = re.search(re.escape(selector) + r"\s*\{([^}]*)\}", text)
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", found[1])) if found else {}


def colours(unit: str, *, dark: bool) -> dict[str, str]:
    """The colours a page of `unit` wears: the cascade by hand, the dark half over the light one."""
    light_half, _, dark_half = _sheet().partition(DARK_HALF)
    found: dict[str, str] = {}
    for half in (light_half, dark_half) if dark else (light_half,):
        found |= _block(half, ":root")
        if unit:
            found |= _block(half, f'[data-unit="{unit}"]')
    return {name: value for name, value in found.items() if re.fullmatch(r"#[0-9a-f]{6}", value)}


def unit_colours() -> list[UnitColours]:
    """Every pair that carries something to read, for the network and each unit, with its contrast."""
    rows = []
    for code, name in UNITS.items():
        light, dark = colours(code, dark=False), colours(code, dark=True)
        rows.append(
            UnitColours(
                code=code,
                name=name,
                pairs=[
                    Pair(
                        front=front,
                        ground=ground,
                        least=least,
                        light=(light[front], light[ground], contrast(light[front], light[ground])),
                        dark=(dark[front], dark[ground], contrast(dark[front], dark[ground])),
                    )
                    for front, ground, least in PAIRS
                ],
            )
        )
    return rows


def measures(prefixes: tuple[str, ...]) -> list[tuple[str, str]]:
    """Name and value of the tokens that begin with one of `prefixes`, in the order of the style sheet."""
    tokens = _block(_sheet().partition(DARK_HALF)[0], ":root")
    return [(name, value) for name, value in tokens.items() if name.startswith(prefixes)]
