"""How a page may meet a reader: language × width × colour scheme, all of them or a pairwise sample."""

from itertools import product
from typing import NamedTuple

from config.languages import OFFERED_LANGUAGES

LANGUAGES = [code for code, _ in OFFERED_LANGUAGES]
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 800


class Look(NamedTuple):
    """`width` in CSS pixels; `scheme` as `prefers-color-scheme` names it."""

    width: int
    scheme: str


ALL_LOOKS = [Look(*pair) for pair in product(WIDTHS, SCHEMES)]


def sampled_look(language, number):
    """One look for the page with this number, such that every two values meet.

    Over the four languages a page is seen in all four looks, and over the pages each language is. A fifth language
    begins again with the first look.
    """
    return ALL_LOOKS[(LANGUAGES.index(language) + number) % len(ALL_LOOKS)]


def is_thorough(language, number, full):
    """Whether this page is also held against what asks for the keyboard, small screens, colours of the system, paper.

    In the sample that is one language a page: German with its long words, or Arabic with its direction.
    """
    return full or language == ("de", "ar")[number % 2]


def looks(language, number, full):
    """What `make test` takes of the looks, or all of them for `make test-looks`."""
    return ALL_LOOKS if full else [sampled_look(language, number)]
