"""The pages a visitor meets first, in the other languages. What is not here stands there in German, and says so."""

from config.demo.content.languages.ar import ARABIC
from config.demo.content.languages.en import ENGLISH
from config.demo.content.languages.simple import SIMPLE
from config.demo.content.parts import DemoText

TRANSLATIONS: dict[str, dict[str, DemoText]] = {"en": ENGLISH, "ar": ARABIC, "de-simple": SIMPLE}
"""By language and by the path of the German page below its home page; "" is the home page itself."""
