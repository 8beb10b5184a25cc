"""The catalogues in `locale/`: read, merged with what was extracted, written and compiled.

Files come out the same on every machine and every day: no dates, no line numbers, no names of tools.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import to_locale

from cms.languages.extraction import LIBRARY_TEXTS

PLURAL_FORMS = {"ar": 6}
"""How many forms a language has where it is not two; the rule itself comes from the CLDR through Babel."""

HEADER = """\
# {language}: texts of the site. Written by `manage.py catalogues update`; only the msgstr are yours.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@dataclass(frozen=True)
class CatalogueFiles:
    """Where one language's texts are."""

    language: str
    base: Path

    @property
    def po(self) -> Path:
        return self.base / "locale" / to_locale(self.language) / "LC_MESSAGES" / "django.po"

    @property
    def mo(self) -> Path:
        return self.po.with_suffix(".mo")


class PlainCatalog(Catalog):
    """A catalogue whose header says only what a program needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Babel's own would carry today's date and its version, and every run would make a new file."""
        return [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", self.plural_forms)]


def is_library_text(message: Message) -> bool:
    """A text of Django or allauth, with an English msgid."""
    return all(name == LIBRARY_TEXTS for name, _line in message.locations)


def belongs(message: Message, language: str) -> bool:
    """German sources need no German entry, English ones no English."""
    if is_library_text(message):
        return language != "en"
    return language != "de"


def read(files: CatalogueFiles) -> Catalog:
    """The catalogue as it is on disk; empty when there is none yet."""
    if not files.po.exists():
        return Catalog(locale=to_locale(files.language))
    with files.po.open("rb") as file:
        return read_po(file, locale=to_locale(files.language))


def merged(template: Catalog, old: Catalog, language: str) -> Catalog:
    """What was extracted, with the translations there are. A changed msgid starts empty: a guess may say no for yes."""
    new = PlainCatalog(locale=to_locale(language))
    for message in template:
        if not message.id or not belongs(message, language):
            continue
        before = old.get(message.id, context=message.context)
        new.add(
            message.id,
            string=_kept(message, before, new.num_plurals),
            locations=message.locations,
            auto_comments=message.auto_comments,
            user_comments=before.user_comments if before else (),
            context=message.context,
        )
    return new


def po_text(catalog: Catalog, language: str) -> bytes:
    """The .po file. Entries stand in the order of the sources, so that neighbours on the page are neighbours here."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, omit_header=True, include_lineno=False)
    return HEADER.format(language=language, plurals=catalog.plural_forms).encode() + buffer.getvalue()


def mo_bytes(catalog: Catalog, language: str) -> bytes:
    """The .mo file, of complete entries only: an empty form would hide what the library itself has."""
    complete = PlainCatalog(locale=to_locale(language))
    for message in catalog:
        if message.id and is_translated(message):
            complete.add(message.id, string=message.string, context=message.context)
    buffer = BytesIO()
    write_mo(buffer, complete)
    return buffer.getvalue()


def update(files: CatalogueFiles, template: Catalog) -> None:
    """Write both files."""
    catalog = merged(template, read(files), files.language)
    files.po.parent.mkdir(parents=True, exist_ok=True)
    files.po.write_bytes(po_text(catalog, files.language))
    files.mo.write_bytes(mo_bytes(catalog, files.language))


def is_translated(message: Message) -> bool:
    """Every form has a text."""
    return all(forms(message))


def forms(message: Message) -> tuple[str, ...]:
    """One text, or one per plural form."""
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string or "",)


def compiled_texts(data: bytes) -> dict[tuple[str | None, str], tuple[str, ...]]:
    """What a .mo file says, whatever order and header it has."""
    return {(message.context, singular(message)): forms(message) for message in read_mo(BytesIO(data)) if message.id}


def singular(message: Message) -> str:
    """The msgid by which gettext looks an entry up."""
    return str(message.id[0]) if isinstance(message.id, list | tuple) else str(message.id)


def _kept(message: Message, before: Message | None, plural_count: int) -> str | tuple[str, ...]:
    """The translation there was, when it still has the shape the msgid asks for."""
    if not message.pluralizable:
        return forms(before)[0] if before and not before.pluralizable else ""
    old = forms(before) if before and before.pluralizable else ()
    return (*old, *[""] * plural_count)[:plural_count]
