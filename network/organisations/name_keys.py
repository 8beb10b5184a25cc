"""The same organisation under two spellings: keys by which it is found again.

A key is what stays of a name when all is taken away in which spellings differ: case, accents, the script it is
written in, "ä" and "ae", "e.V.", the order of the words. It is stored beside the name, so that ten thousand names are
asked through an index. What differs by a letter is found by `are_alike`, among the few of one postcode.
"""

import re
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import urlsplit

from anyascii import anyascii
from django.db import models

KEY_LENGTH = 200
ALIKE = 0.82
"""Share of letters in the same order (Ratcliff/Obershelp) from which two names are shown as perhaps the same. Found by
trying: "Nadezhda" and "Nadeshda" are 0.88 alike, "Frauentreff" and "Familientreff" 0.75."""

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_INITIALS = re.compile(r"\b([a-z])\.\s*(?=[a-z]\b)")  # "e. V." is one word, "eV"
_VOWELS = str.maketrans("", "", "aeiouy")
_SAYS_NOTHING = frozenset(
    [
        "ev",
        "ggmbh",
        "gug",
        "gmbh",
        "ug",
        "ig",
        "eg",
        "verein",
        "eingetragener",
        "gemeinnuetziger",
        "gemeinnutziger",
        "der",
        "die",
        "das",
        "des",
        "den",
        "dem",
        "fur",
        "fuer",
        "und",
        "and",
        "the",
        "of",
        "im",
        "in",
        "al",
        "el",
    ]
)


def name_key(name: str) -> str:
    """The words of `name` in Latin letters, sorted, without legal form and small words. Never empty."""
    latin = _INITIALS.sub(r"\1", anyascii(name).lower())
    words = [word for word in _NOT_A_WORD.split(latin.replace("'", "").replace("`", "")) if word]
    telling = [word for word in words if word not in _SAYS_NOTHING] or words or [name.casefold()]
    return " ".join(sorted(_without_umlauts(word) for word in telling))[:KEY_LENGTH]


def _without_umlauts(word: str) -> str:
    """`anyascii` writes "ü" as "u", people without the key as "ue": both become "u"."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ss", "s")


def web_key(address: str) -> str:
    """The host of a web address without "www.", in lower case; empty when there is none."""
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return host.removeprefix("www.")[:KEY_LENGTH]


def are_alike(one: str, other: str) -> bool:
    """Whether two keys may be spellings of one name. Arabic comes without vowels, so consonants count too."""
    if one == other:
        return True
    if SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE:
        return True
    bare, other_bare = one.translate(_VOWELS), other.translate(_VOWELS)
    return len(bare) >= 5 and bare == other_bare


class KeyField(models.CharField):
    """A column that follows another one, whoever writes the row: forms, services, `bulk_create`.

    `source` names the other column, `kind` is "name" or "web". Only `QuerySet.update` passes it by.
    """

    def __init__(self, *args: Any, source: str, kind: str, **kwargs: Any) -> None:
        self.source, self.kind = source, kind
        super().__init__(*args, **{"max_length": KEY_LENGTH, "editable": False, "default": "", **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "source": self.source, "kind": self.kind}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        make = name_key if self.kind == "name" else web_key
        value = make(getattr(model_instance, self.source) or "")
        setattr(model_instance, self.attname, value)
        return value
