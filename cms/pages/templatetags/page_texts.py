"""What templates ask about the text of a page."""

from django import template
from wagtail.models import Page

from cms.pages.text_language import text_language_of

register = template.Library()


@register.filter
def text_language(page: Page) -> str:
    """`{{ child|text_language|foreign }}`: the language of what stands on a page of a list."""
    return text_language_of(page)
