"""Reading a postcode the way people write it."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.places.selectors import postcode_exists
from network.typed_text import clean_line, latin_digits

NOT_FIVE_DIGITS = _("Eine Postleitzahl hat fünf Ziffern, zum Beispiel 60311. Bitte prüfen Sie Ihre Eingabe.")
NOT_IN_HESSEN = _(
    "%(code)s ist keine Postleitzahl in Hessen. Bitte prüfen Sie die Ziffern und nehmen Sie die Postleitzahl der "
    "Straße, nicht die eines Postfachs."
)
_COUNTRY = re.compile(r"^DE?-", re.IGNORECASE)


def clean_postcode(text: str) -> str | None:
    """Five ASCII digits, or None when `text` is no postcode.

    Digits of every script count (an Arabic or Persian keyboard types its own), blanks and "D-" do not matter.
    """
    typed = _COUNTRY.sub("", clean_line(text)).replace(" ", "")
    digits = latin_digits("".join(sign for sign in typed if unicodedata.category(sign) != "Cf"))
    return digits if re.fullmatch(r"[0-9]{5}", digits) else None


def hessian_postcode(text: str) -> None:
    """Validator for forms. Raises `ValidationError` when `text` is no postcode, or none in Hessen."""
    code = clean_postcode(text)
    if code is None:
        raise ValidationError(NOT_FIVE_DIGITS, code="not_five_digits")
    if not postcode_exists(code):
        raise ValidationError(NOT_IN_HESSEN, code="not_in_hessen", params={"code": code})
