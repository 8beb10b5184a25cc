"""What people type, made safe to store and to show again: cleaning and the two form fields that do it.

Two kinds of characters are taken out because nobody types them on purpose and each does harm later:

- controls (NUL stops PostgreSQL, others break XML, iCalendar and mail headers), and
- directional embeddings, overrides and isolates (Unicode Standard Annex 9, section 2): one left open turns the
  reading direction of everything that follows, in a list, a mail or a file name.

Letters of every script stay as they are, and so do the joiners (ZWJ, ZWNJ) and the invisible marks (LRM, RLM, ALM)
that Persian, Kurdish, Arabic or an emoji need to be written correctly. Nothing is escaped here: templates do that.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, ClassVar

import phonenumbers
from django import forms
from django.utils.translation import gettext_lazy as _

_NEW_LINES = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark: make equal names differ
)
_DROPPED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff{_DIRECTION}{_UNSEEN}]")
_BLANKS = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n{3,}")
_LOOKS_EMPTY = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # fillers that count as letters and show as nothing


def clean_line(text: str) -> str:
    """One line: no controls, blanks collapsed, ends trimmed, Unicode form NFC. Empty when nothing can be seen."""
    line = _BLANKS.sub(" ", _dropped(_NEW_LINES.sub(" ", text))).strip()
    return line if _can_be_seen(line) else ""


def clean_text(text: str) -> str:
    """Several lines: as `clean_line`, but line breaks stay (as ``\\n``), at most one empty line in a row."""
    lines = (line.rstrip() for line in _dropped(_NEW_LINES.sub("\n", text)).split("\n"))
    cleaned = _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()
    return cleaned if _can_be_seen(cleaned) else ""


def latin_digits(text: str) -> str:
    """Digits of every script as 0 to 9: an Arabic or Persian keyboard types its own."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def _dropped(text: str) -> str:
    return unicodedata.normalize("NFC", _DROPPED.sub("", text))


def _can_be_seen(text: str) -> bool:
    """False for a "name" of joiners and fillers only, which would pass as filled in and show as a gap."""
    return any(unicodedata.category(sign)[0] in "LNPS" and sign not in _LOOKS_EMPTY for sign in text)


class LineField(forms.CharField):
    """A line of free text. Cleaned before it is validated, so that limits count what is kept.

    No `maxlength` goes to the browser: it would cut what is pasted without a word. The server says it instead.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Bitte füllen Sie dieses Feld aus."),
        "max_length": _("Das ist zu lang: %(show_value)d Zeichen. Bitte kürzen Sie auf höchstens %(limit_value)d."),
        "min_length": _("Das ist zu kurz: Bitte schreiben Sie mindestens %(limit_value)d Zeichen."),
    }

    def to_python(self, value: object) -> str | None:
        """The cleaned value; `empty_value` when nothing is left of it."""
        text = super().to_python(value)
        return (self._clean(text) if text else "") or self.empty_value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """`dir="auto"`, so that Arabic or Persian input is written from the right in a German form."""
        attrs: Mapping[str, Any] = super().widget_attrs(widget)
        return {"dir": "auto"} | {name: value for name, value in attrs.items() if name != "maxlength"}

    def _clean(self, text: str) -> str:
        return clean_line(text)


class TextField(LineField):
    """Free text of several lines."""

    widget = forms.Textarea

    def _clean(self, text: str) -> str:
        return clean_text(text)


class PhoneField(LineField):
    """A telephone number as people write it, kept in international form (E.164: ``+496912345``).

    A number without a country is a German one. Digits of every script count.
    """

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Das ist keine vollständige Telefonnummer. Zum Beispiel: 069 123456 oder +49 69 123456"),
    }

    def to_python(self, value: object) -> str | None:
        """Raises `ValidationError` for what nobody can be called under."""
        typed = super().to_python(value)
        if typed in self.empty_values:
            return typed
        number = _phone_number(latin_digits(str(typed)))
        if number is None or not phonenumbers.is_valid_number(number):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _phone_number(text: str) -> phonenumbers.PhoneNumber | None:
    """None for what is no number. Letters are none either: the library would take them for keys of a telephone."""
    try:
        return None if any(sign.isalpha() for sign in text) else phonenumbers.parse(text, "DE")
    except phonenumbers.NumberParseException:
        return None
