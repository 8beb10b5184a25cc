"""Writing a term in the Wagtail admin, with one field per language instead of raw JSON."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from network.typed_text import clean_line
from network.vocabulary.models import Term

NAME_LANGUAGES = ("en", "tr", "uk", "ar", "ru")
"""Asked for from the start, before the website itself speaks them: the languages planned next."""

SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "*": ""})


class NamesWidget(forms.Widget):
    """A line per language, each with its own visible label, in the direction of its script."""

    use_fieldset = True

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        names: dict[str, str] = value if isinstance(value, dict) else {}
        lines = [
            {
                "language": get_language_info(language),
                "name": f"{name}-{language}",
                "id": f"{(attrs or {}).get('id', name)}-{language}",
                "value": names.get(language, ""),
            }
            for language in languages_asked(names)
        ]
        return render_to_string("vocabulary/names_widget.html", {"lines": lines})

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        start = f"{name}-"
        return {key.removeprefix(start): data[key] for key in data if key.startswith(start)}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not self.value_from_datadict(data, files, name)

    def id_for_label(self, id_: str) -> str:
        return ""  # the group is labelled as a fieldset, each line by itself


class NamesField(forms.Field):
    """Names by language, cleaned; an empty line is no name."""

    widget = NamesWidget
    max_length = Term._meta.get_field("name").max_length or 120

    def to_python(self, value: dict[str, str] | None) -> dict[str, str]:
        """Raises `ValidationError` for a name that is too long. A language we do not ask for is left out."""
        cleaned = {language: clean_line(text) for language, text in (value or {}).items()}
        for text in cleaned.values():
            if len(text) > self.max_length:
                raise forms.ValidationError(
                    _("„%(text)s…“ ist zu lang. Bitte kürzen Sie auf höchstens %(limit)d Zeichen."),
                    params={"text": text[:20], "limit": self.max_length},
                )
        return {language: text for language, text in cleaned.items() if text and language in known_languages()}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or {}) != {language: text for language, text in (data or {}).items() if text}


class TermForm(WagtailAdminModelForm):
    """A term. Its code is made from the German name, and fixed once it exists: addresses and feeds carry it."""

    code_is_made = True
    names = NamesField(label=_("Name in anderen Sprachen"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].required = not self.code_is_made
        self.fields["code"].disabled = self.instance.pk is not None

    def clean_name(self) -> str:
        """The German name, without what cannot be seen."""
        name = clean_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Bitte schreiben Sie einen Namen."), code="required")
        return name

    def clean(self) -> dict[str, Any]:
        """Make the code where none was typed. A name that leaves no code asks for one."""
        cleaned = super().clean() or self.cleaned_data
        if self.code_is_made and not cleaned.get("code") and "code" not in self.errors and cleaned.get("name"):
            code = code_from_name(cleaned["name"])
            if code:
                cleaned["code"] = code
            else:
                self.add_error(
                    "code", _("Bitte schreiben Sie ein Kürzel aus kleinen Buchstaben, zum Beispiel: fachtag.")
                )
        return cleaned


class LanguageForm(TermForm):
    """A language. Its code is the world's, not ours."""

    code_is_made = False

    def clean_code(self) -> str:
        """Raises `ValidationError` for what cannot be an ISO 639-3 code."""
        code: str = self.cleaned_data["code"]
        if not re.fullmatch(r"[a-z]{3}", code):
            raise forms.ValidationError(_("Bitte die drei kleinen Buchstaben aus ISO 639-3, zum Beispiel „vie“."))
        return code


def code_from_name(name: str) -> str:
    """A code for the German `name`: "Fördermittel finden" becomes "foerdermittel_finden". Empty when none remains."""
    return slugify(name.lower().translate(SPELLED)).replace("-", "_").lstrip("0123456789_")[:60]


def languages_asked(names: Mapping[str, str]) -> list[str]:
    """The planned languages, the website's, and those a name already exists in; German is the field above."""
    offered = [code for code, _name in settings.LANGUAGES if code != "de"]
    return list(dict.fromkeys([*NAME_LANGUAGES, *offered, *(code for code in names if code in known_languages())]))


def known_languages() -> frozenset[str]:
    """Every language Django can name and tell the direction of."""
    return frozenset(code for code, info in LANG_INFO.items() if "name" in info and code != "de")
