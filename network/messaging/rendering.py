"""From a template's name to the three texts of a mail, in the recipient's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.utils import translation
from django.utils.text import Truncator

from network.typed_text import clean_line

SUBJECT_LENGTH = 250
"""Characters; what the column holds, and far more than a mail program shows."""

_GAPS = re.compile(r"\n(?:[ \t]*\n){2,}")
"""Where a template tag left lines empty. Blanks at other line ends stay: "-- " begins a signature (RFC 3676, 4.3)."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""PostgreSQL refuses a NUL, and with it the registration that this mail would confirm."""


@dataclass(frozen=True)
class RenderedMail:
    """What the recipient will see."""

    language: str
    subject: str
    text: str
    html: str


def offered_language(language: str) -> str:
    """`language` when the site offers it or a broader form of it ("en" for "en-gb"), else German."""
    try:
        return translation.get_supported_language_variant(language)
    except LookupError:
        return settings.LANGUAGE_CODE


def mail_render(*, template: str, language: str, context: Mapping[str, object]) -> RenderedMail:
    """Render `templates/emails/<template>.subject.txt`, `.txt` and `.html`.

    Every template also knows SITE_NAME and BASE_URL (without a final slash).
    Raises `TemplateDoesNotExist` when one of the three is missing.
    """
    language = offered_language(language)
    values = {"SITE_NAME": settings.SITE_NAME, "BASE_URL": settings.BASE_URL, **context}
    with translation.override(language):
        return RenderedMail(
            language=language,
            # Somebody may give an event a novel for a title, or a line break to forge a header with.
            subject=Truncator(clean_line(_render_plain(f"emails/{template}.subject.txt", values))).chars(
                SUBJECT_LENGTH
            ),
            text=_CONTROLS.sub("", _GAPS.sub("\n\n", _render_plain(f"emails/{template}.txt", values)).strip()) + "\n",
            html=_CONTROLS.sub("", render_to_string(f"emails/{template}.html", values)),
        )


def _render_plain(name: str, values: Mapping[str, object]) -> str:
    """Without HTML escaping: Django escapes in .txt files too, and "Kaya & Söhne" would read "Kaya &amp; Söhne"."""
    engine_template = get_template(name).template  # type: ignore[attr-defined]  # only the DTL backend is in use
    rendered: str = engine_template.render(Context(dict(values), autoescape=False))
    return rendered
