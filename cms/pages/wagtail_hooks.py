"""Where the pages meet the Wagtail admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text import LinkHandler

from cms.pages.separation import choosable_pages


@hooks.register("construct_page_chooser_queryset")
def offer_own_and_published(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Sections may link to each other, but not to each other's drafts."""
    if request.user.is_superuser:
        return pages
    return pages.filter(pk__in=choosable_pages(request.user).values("pk"))


@hooks.register("construct_reports_menu")
def hide_reports_across_units(request: HttpRequest, menu_items: list[Any]) -> None:
    """`cms.pages.separation` answers 404 there; so no link either."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


@hooks.register("register_log_actions")
def register_refusal(actions: Any) -> None:
    actions.register_action(
        "pages.publication_refused",
        _("Veröffentlichung verweigert"),
        _("Nicht wie geplant veröffentlicht: Es fehlen Angaben."),
    )


class ExternalLinkHandler(LinkHandler):
    """Marks what leads away from the site, for readers and for the style sheet."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return format_html('<a href="{}" class="external" rel="external noopener">', attrs["href"])


@hooks.register("register_rich_text_features")
def mark_external_links(features: Any) -> None:
    features.register_link_type(ExternalLinkHandler)
