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
