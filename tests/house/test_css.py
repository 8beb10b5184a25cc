"""Style sheets know start and end, not left and right: right-to-left then comes for free."""

import re

import pytest

from tests.house.conftest import ROOT

SHEETS = sorted((ROOT / "static").rglob("*.css"))
PHYSICAL = re.compile(
    r"""(?mx) (?:^|[{;\s])
    (?: (?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*
      | border-(?:top|bottom)-(?:left|right)-radius
      | left | right | top | bottom | width | height | (?:min|max)-(?:width|height)
    ) \s*: [^;}]*
    | (?:text-align|float|clear) \s*: \s* (?:left|right)
    """
)
LONG_SHORTHAND = re.compile(r"(?:margin|padding|inset)\s*:\s*[^;}\s]+\s+[^;}\s]+\s+[^;}\s]+\s+[^;}\s]+\s*[;}]")


def _rules(sheet):
    """The text without comments and without the conditions of media queries."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
    return re.sub(r"@(?:media|container|supports)[^{]*", "@", text)


def test_the_patterns_find_what_they_should():
    wrong = ["a{margin-left:1px}", "a {\n  left: 0;\n}", "a{text-align: right}", "a{ max-width: 3em }"]
    right = ["a{margin-inline-start:1px}", "a{inset-inline-end:0}", "a{border-width:1px}", "a{line-height:1.5}"]
    assert all(PHYSICAL.search(rule) for rule in wrong)
    assert not any(PHYSICAL.search(rule) for rule in right)
    assert LONG_SHORTHAND.search("a{margin: 1px 2px 3px 4px}")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_it_is_logical(sheet):
    assert [found.strip() for found in PHYSICAL.findall(_rules(sheet))] == []
    assert LONG_SHORTHAND.findall(_rules(sheet)) == [], "four values name left and right"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_it_loads_nothing_from_elsewhere(sheet):
    assert not re.search(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", sheet.read_text())


@pytest.mark.parametrize("size", ["--text-xl", "--text-2xl", "--text-3xl", "--text-4xl", "--text-brand"])
def test_a_heading_stops_growing_at_a_share_of_the_screen(size):
    """With text at 200 % on a phone a long word would break in the middle."""
    tokens = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
    assert re.search(rf"{size}: min\(.+, 1?[0-9.]+vw\);", tokens)


def test_the_arabic_name_of_the_language_fetches_no_font():
    """It stands on every page, and Vazirmatn weighs 34 KB on a phone that reads no Arabic."""
    layout = (ROOT / "static/css/layout.css").read_text(encoding="utf-8")
    rule = layout.partition(':root:not(:lang(ar)) .languages [lang="ar"] {')[2].partition("}")[0]
    assert "font-family: system-ui" in rule
    fonts = re.sub(r"/\*.*?\*/", "", (ROOT / "static/css/fonts.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert "U+2010-2011" not in fonts, "nor does the unbreakable hyphen of a German page"
