"""Which languages the site is offered in, and what Django does not know of them by itself."""

OFFERED_LANGUAGES: list[tuple[str, str]] = [
    ("de", "Deutsch"),
    ("de-simple", "Leichte Sprache"),
    ("en", "English"),
    ("ar", "العربية"),
]
"""Code (BCP 47; `simple` is a registered variant) and the language's name in itself, in the order of the switcher.

A language stands here only when its catalogue in `locale/` is complete: `manage.py catalogues` tells.
"""

EXTRA_LANG_INFO: dict[str, dict[str, object]] = {
    "de-simple": {"bidi": False, "code": "de-simple", "name": "Easy German", "name_local": "Leichte Sprache"},
}
"""What `django.conf.locale.LANG_INFO` lacks. Without it Django calls Leichte Sprache "Deutsch"."""
