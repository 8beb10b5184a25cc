"""Which texts the catalogues must hold: what visitors and members read, found in code and templates.

Babel reads Python. Templates first become Python by Django's own `templatize`, as in `makemessages`, so that every form
of `{% translate %}` and `{% blocktranslate %}` is known here on the day it is known to Django.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

SOURCES = (
    "config/**/*.py",
    "network/**/*.py",
    "events/**/*.py",
    "cms/**/*.py",
    "templates/**/*.html",
    "templates/**/*.txt",
)

LIBRARY_TEXTS = "cms/languages/library_texts.py"
"""Where the texts of Django and allauth that come up on our pages are listed; their msgids are English."""

EDITORS_ONLY = (
    # The Wagtail admin, which is German.
    "*/viewsets.py",
    "*/admin_views.py",
    "*/bulk_actions.py",
    "*/wagtail_hooks.py",
    "*/policies.py",
    "*/provisioning.py",
    "*/blocks.py",
    "*/panels.py",
    "templates/*/admin/*",
    "templates/wagtailadmin/*",
    "templates/messaging/*",
    "templates/pages/blocks/preview.html",
    "templates/vocabulary/*",
    # Names of columns and their help texts: no form outside the admin is made from a model.
    "*/models.py",
    # Slices that only editors write in.
    "cms/media/*",
    "cms/pages/publication.py",
    "cms/pages/separation.py",
    "cms/pages/legal_drafts.py",
    "events/programme/forms.py",
    "events/programme/services.py",
    "network/messaging/*",
    "network/units/*",
    "network/vocabulary/*",
    # Mails to the editors' inboxes.
    "templates/emails/*_inbox.*",
    # The demo's front door, the builders' page of components, and what is typed at a terminal.
    "config/demo/*",
    "templates/demo/*",
    "cms/style_guide/*",
    "templates/style_guide/*",
    "*/management/*",
    "*/migrations/*",
)
"""Path patterns (`*` also crosses folders) of files whose texts no visitor and no member reads."""

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
"""Django's functions in Babel's notation: which argument is the msgid, the plural, the context ("c")."""

TRANSLATORS = "Translators:"
"""Begins a comment that goes into the catalogue: `# Translators: …`, `{# Translators: … #}`."""

_ODD_BLANKS = re.compile(r"[^\S\n ]")


def source_files(base: Path) -> Iterator[str]:
    """Paths relative to `base`, in one order on every machine."""
    found = {path.relative_to(base).as_posix() for pattern in SOURCES for path in base.glob(pattern)}
    for name in sorted(found):
        if name == LIBRARY_TEXTS or not any(fnmatch(name, pattern) for pattern in EDITORS_ONLY):
            yield name


def extracted(base: Path) -> Catalog:
    """All texts below `base`, in the order of files and of lines in them."""
    catalog = Catalog()
    for name in source_files(base):
        source = (base / name).read_text(encoding="utf-8")
        python = source if name.endswith(".py") else template_as_python(source, name)
        for line, msgid, comments, context in _texts(python):
            catalog.add(msgid, locations=[(name, line)], auto_comments=comments, context=context)
    return catalog


def template_as_python(source: str, name: str) -> str:
    """A template's texts as calls of gettext, everything else as X; line numbers stay.

    Indentation goes and so do no-break spaces and the like, on which Python's tokeniser stumbles. Lines with `_("…")`
    keep theirs inside: they may be part of the text.
    """
    lines = (line.lstrip() for line in templatize(source, origin=name).split("\n"))
    return "\n".join(line if "_(" in line else _ODD_BLANKS.sub(" ", line) for line in lines)


def _texts(python: str) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    yield from extract(
        "python",
        BytesIO(python.encode()),
        keywords=KEYWORDS,
        comment_tags=[TRANSLATORS],
        options={"encoding": "utf-8"},
        strip_comment_tags=True,
    )
