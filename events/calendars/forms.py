from django import forms
from django.utils.translation import gettext_lazy as _

from network.typed_text import LineField


class FeedTokenForm(forms.Form):
    """A new calendar address for one device."""

    name = LineField(
        label=_("Wofür ist die Adresse?"),
        max_length=60,
        help_text=_("Zum Beispiel „Handy“ oder „Büro“. So wissen Sie später, welche Sie widerrufen."),
    )
