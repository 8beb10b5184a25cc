"""Tags of `base.html`: the main menu and the legal links of the footer."""

from typing import Any

from django import template

from cms.pages import selectors

register = template.Library()


@register.simple_tag(takes_context=True)
def main_menu(context: dict[str, Any]) -> list[selectors.FrameLink]:
    """`{% main_menu as menu %}`: what the editors put into the menu, with `title`, `url`, `is_current`."""
    return selectors.site_frame(context.get("request")).menu


@register.simple_tag(takes_context=True)
def legal_links(context: dict[str, Any]) -> list[selectors.FrameLink]:
    """`{% legal_links as links %}`: the published ones of legal notice, privacy notice, accessibility statement."""
    return selectors.site_frame(context.get("request")).legal
