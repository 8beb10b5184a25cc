"""What is wrong with a catalogue, said so that a translator or a developer knows what to do."""

import gettext
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from django.apps import apps
from django.utils.translation import to_locale

from cms.languages.catalogues import (
    CatalogueFiles,
    compiled_texts,
    forms,
    is_library_text,
    is_translated,
    merged,
    mo_bytes,
    po_text,
    read,
    singular,
)

_PLACEHOLDERS = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?[a-z][^>]*>")


@dataclass(frozen=True)
class CatalogueState:
    """Counts of entries."""

    texts: int
    translated: int
    missing: int


def state_of(catalog: Catalog, language: str) -> CatalogueState:
    """What a library translates by itself counts as translated."""
    messages = [message for message in catalog if message.id]
    missing = sum(is_missing(message, language) for message in messages)
    return CatalogueState(texts=len(messages), translated=len(messages) - missing, missing=missing)


def is_missing(message: Message, language: str) -> bool:
    """Somebody would read another language here."""
    if is_translated(message):
        return False
    return not (is_library_text(message) and singular(message) in library_msgids(language))


def findings(files: CatalogueFiles, template: Catalog, *, offered: bool) -> Iterator[str]:
    """Everything that would show on the site, or change with the next `catalogues update`."""
    name = f"locale/{to_locale(files.language)}"
    catalog = merged(template, read(files), files.language)
    if not files.po.exists() or files.po.read_bytes() != po_text(catalog, files.language):
        yield f"{name}: django.po passt nicht zu den Texten in Code und Vorlagen."
    compiled = compiled_texts(mo_bytes(catalog, files.language))
    if not files.mo.exists() or compiled_texts(files.mo.read_bytes()) != compiled:
        yield f"{name}: django.mo passt nicht zu django.po."
    for message in catalog:
        if message.id:
            yield from (f"{name}: {fault}" for fault in faults(message, files.language, offered=offered))


def faults(message: Message, language: str, *, offered: bool) -> Iterator[str]:
    """What is wrong with one entry."""
    text = singular(message)
    if not is_translated(message):
        if message.pluralizable and any(forms(message)):
            yield f"Von {len(forms(message))} Pluralformen fehlt eine: „{text}“"
        elif offered and is_missing(message, language):
            yield f"nicht übersetzt: „{text}“"
        return
    if wrong := sorted(wrong_placeholders(message)):
        yield f"Platzhalter stimmen nicht ({', '.join(wrong)}): „{text}“"


def wrong_placeholders(message: Message) -> set[str]:
    """Placeholders that are lost or invented: the first loses a name or a link, the second is an error on the page.

    Forms for few may say the number in words ("one place", the Arabic dual), so all but the last may lack one.
    """
    ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
    known = set().union(*(placeholders(text) for text in ids))
    needed = placeholders(ids[-1])
    *few, last = (placeholders(text) for text in forms(message))
    wrong = (last - known) | (needed - last)
    for found in few:
        wrong |= found - known
        if len(needed - found) > 1:
            wrong |= needed - found
    return wrong


def placeholders(text: str) -> set[str]:
    """`%(name)s`, `%s`, `{name}` and tags of HTML, as they stand in the text."""
    return {match.group(0) for match in _PLACEHOLDERS.finditer(text.replace("%%", ""))}


@cache
def library_msgids(language: str) -> frozenset[str]:
    """Msgids that Django and the installed apps translate into exactly this language, without falling back."""
    folders = [Path(django.__file__).parent / "conf" / "locale"]
    folders += [Path(config.path) / "locale" for config in apps.get_app_configs()]
    found: set[str] = set()
    for folder in folders:
        path = folder / to_locale(language) / "LC_MESSAGES" / "django.mo"
        if path.exists():
            with path.open("rb") as file:
                for key in gettext.GNUTranslations(file)._catalog:  # type: ignore[attr-defined]
                    msgid = key[0] if isinstance(key, tuple) else key
                    found.add(msgid.split("\x04")[-1])
    return frozenset(found)
