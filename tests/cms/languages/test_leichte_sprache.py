"""What the rules of Leichte Sprache allow a machine to check in the catalogue; the rest is for its readers."""

import re

import pytest
from django.conf import settings

from cms.languages.catalogues import CatalogueFiles, forms, read

WORDS = 12
"""The longest a sentence may be: our measure for "short sentences" (Netzwerk Leichte Sprache)."""


def sentences():
    for message in read(CatalogueFiles("de-simple", settings.BASE_DIR)):
        for text in forms(message) if message.id else ():
            readable = re.sub(r"%\(\w+\)[sd]|%[sd]", "X", re.sub(r"<[^>]+>", "", text))
            yield from (sentence for sentence in re.split(r"[.?!:]\s|\n", readable) if sentence.strip())


def test_sentences_are_short():
    assert [sentence for sentence in sentences() if len(sentence.split()) > WORDS] == []


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("no passive and no future", r"\b(wird|werden|wurden?)\b"),
        ("both forms, or a word for everybody", r"\w\*in"),
        ("no abbreviation", r"\b(z\. ?B\.|d\. ?h\.|usw\.|bzw\.|ggf\.|inkl\.|PLZ|Nr\.)"),
        ("numbers in digits", r"\b(zwei|drei|vier|fünf|sechs|zehn|fünfzehn)\b"),
    ],
)
def test_nothing_stands_there_that_the_rules_forbid(rule, broken):
    assert [sentence for sentence in sentences() if re.search(broken, sentence, re.IGNORECASE)] == [], rule
