"""Finds German where a page of another language does not say that it is German."""

import re
from pathlib import Path

from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.conf import settings

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    aber alle als auch auf aus bei bin bis bitte da das dass dem den denn der des diese diesem diesen dieser dieses
    doch dort durch ein eine einem einen einer eines er es für gegen gibt haben heute hier ich ihm ihn ihnen ihr ihre
    ihrem ihren ihrer im ist jede jeder jetzt kann kein keine können mehr mit muss nach nicht noch nur ob oder ohne
    sein seine sich sie sind um und uns unser unsere unter viele vom von vor wann weil wenn werden wer wie wieder wir
    wird wo zu zum zur zwischen über
    """,
    )
)
"""Words a German sentence can hardly do without. None is an English word, as "die", "was", "war" and "in" are."""

NAMES = (
    "Vielfaltsnetz Hessen",
    "WIR-Lots*innen",
    "WIR",
    "beramí e. V.",
    "lagfa Hessen e. V.",
    "Leichte Sprache",
    "Durchsetzungs- und Überwachungsstelle",
)
"""Proper names that stay German in every language."""

ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "data-label", "content", "label")
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+")
UNREAD = ["script", "style", "template", "code"]  # keys and codes are random: one in fifty spells "ob"


def words_of(text):
    return {word.lower() for word in WORD.findall(text)}


def own_german_words(language):
    """The words of our German texts that no text in `language` contains: "Anmelden", "Termine", "Vorgangsnummer"."""
    german, other = set(), set()
    for catalogue in Path(settings.BASE_DIR).glob(f"locale/{language}/LC_MESSAGES/*.po"):
        with catalogue.open("rb") as file:
            for message in read_po(file):
                sources = message.id if isinstance(message.id, tuple) else (message.id,)
                targets = message.string if isinstance(message.string, tuple) else (message.string,)
                german |= set().union(*(words_of(_bare(text)) for text in sources))
                other |= set().union(*(words_of(_bare(text)) for text in targets))
    return frozenset(word for word in german - other - words_of(" ".join(NAMES)) if len(word) > 4)


def _bare(text):
    """Without placeholders, tags and addresses, whose names are no words of a language."""
    return re.sub(r"%\(\w+\)\w|<[^>]+>|\S+@\S+|https?://\S+|\w+\.(?:com|de|org|net)\b", " ", text or "")


def german_in(html, own_words, typed=()):
    """Each text that is German and does not say so, once. `typed`: names of people and organisations on the page."""
    page = BeautifulSoup(html, "html.parser")
    for unread in page(UNREAD):
        unread.decompose()
    texts = [(text, text.parent) for text in page.find_all(string=True)]
    texts += [(element[name], element) for name in ATTRIBUTES for element in page.find_all(attrs={name: True})]
    names = sorted([*NAMES, *typed], key=len, reverse=True)
    return list(dict.fromkeys(_shown(text) for text, element in texts if _is_german(text, element, own_words, names)))


def _is_german(text, element, own_words, names):
    marked = next((parent["lang"] for parent in (element, *element.parents) if parent.get("lang")), "")
    if marked.startswith("de"):
        return False
    if element.name == "meta" and element.get("name") != "description":
        return False
    for name in names:
        text = text.replace(name, " ")
    words = words_of(_bare(text))
    return not words.isdisjoint(STOP_WORDS | own_words)


def _shown(text):
    return " ".join(text.split())[:120]
