"""What templates say about languages."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.filter
def foreign(text_language: str | None) -> SafeString:
    """`<p{{ text_lang|foreign }}>`: a `lang` attribute when the text is in another language than the page.

    A screen reader would otherwise read German aloud by the rules of Arabic (WCAG 2.2, 3.1.2).
    Nothing when the language is unknown ("", None) or the page's own.
    """
    if not text_language or text_language == get_language():
        return SafeString("")
    return format_html(' lang="{}"', text_language)
