"""What templates say about languages."""

import unicodedata
from typing import Any

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi

from cms.languages import selectors

register = template.Library()


@register.simple_tag(takes_context=True)
def language_links(context: dict[str, Any]) -> list[selectors.LanguageLink]:
    """`{% language_links as languages %}`: this page in every offered language, for the switcher."""
    return selectors.language_links(context.get("request"), context.get("page"), is_error=bool(context.get("is_error")))


@register.simple_tag(takes_context=True)
def language_alternates(context: dict[str, Any]) -> dict[str, str]:
    """`{% language_alternates as alternates %}`: absolute addresses by language, for `hreflang`."""
    return selectors.language_alternates(context.get("request"), context.get("page"))


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any]) -> str:
    """`{% canonical as url %}`: the absolute address of the German page when this one repeats it, else ""."""
    return selectors.canonical_address(context.get("request"), context.get("page"))


@register.filter
def foreign(text_language: str | None) -> SafeString:
    """`<p{{ text_lang|foreign }}>`: a `lang` attribute when the text is in another language than the page.

    A screen reader would otherwise read German aloud by the rules of Arabic (WCAG 2.2, 3.1.2).
    Nothing when the language is unknown ("", None) or the page's own.
    """
    if not text_language or text_language == get_language():
        return SafeString("")
    return format_html(' lang="{}"', text_language)


@register.filter(is_safe=True)
@stringfilter
def isolated(text: str) -> str:
    """Somebody's words inside a sentence, in Unicode isolates when they run the other way than the sentence.

    For plain text and inside `blocktranslate`, where no `<bdi>` can stand: "(Kassel)" at the end of an Arabic line
    would come out as "Kassel)(" (Unicode Standard Annex 9, section 2.4). Text that runs the same way stays bare.
    """
    other_way = {"L"} if get_language_bidi() else {"R", "AL"}
    if other_way.isdisjoint(map(unicodedata.bidirectional, text)):
        return text
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
