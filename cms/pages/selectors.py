"""What every page shows around its content: the main menu and the legal links."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page, Site

from cms.languages.text_language import with_text_language
from cms.pages.models import for_everybody

HOME_DEPTH = 2  # in Wagtail's tree the root is 1, the home pages of the languages are 2
LEGAL_PAGES = {
    "legalnoticepage": gettext_lazy("Impressum"),
    "privacypage": gettext_lazy("Datenschutz"),
    "accessibilitystatementpage": gettext_lazy("Barrierefreiheit"),
}
"""In the order of the footer. Every page links to them directly (§ 5 DDG, Art. 13 GDPR, § 4 BITV HE).

By these words instead of the pages' titles: they must be recognised in every language, also while the page itself
exists only in German.
"""


@dataclass(frozen=True)
class FrameLink:
    """A link of the frame. `is_current`: the visitor is on this page or below it. `text_language`: of its title."""

    title: str
    url: str
    is_current: bool
    text_language: str


@dataclass(frozen=True)
class SiteFrame:
    """The links around every page, in the language of the request."""

    menu: list[FrameLink] = field(default_factory=list)
    legal: list[FrameLink] = field(default_factory=list)


def site_frame(request: HttpRequest | None) -> SiteFrame:
    """The frame for `request`: read once per request, in one query beyond finding the site.

    Empty without a request (the page for error 500 has none) and without a site: an error page
    must not raise another error. What the language of the request lacks is shown in German.
    """
    if request is None:
        return SiteFrame()
    frame: SiteFrame | None = getattr(request, "_site_frame", None)
    if frame is None:
        frame = _site_frame_read(request)
        request._site_frame = frame  # type: ignore[attr-defined]
    return frame


def _site_frame_read(request: HttpRequest) -> SiteFrame:
    homes = _home_paths(request)
    if not homes:
        return SiteFrame()
    pages = _frame_pages(homes)
    by_home = [[page for page in pages if page.url_path.startswith(home)] for home in homes]
    menu = next(
        (links for own in by_home if (links := [page for page in own if page.show_in_menus])),
        [],
    )
    legal: dict[str, Page] = {}
    for own in by_home:
        for page in own:
            legal.setdefault(page.content_type.model, page)
    return SiteFrame(
        menu=[_link(request, page) for page in menu],
        legal=[_link(request, legal[model], words) for model, words in LEGAL_PAGES.items() if model in legal],
    )


def _home_paths(request: HttpRequest) -> list[str]:
    """The tree paths of the home pages to read from: the request's language first, then German."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    homes = {root.language_code: root.root_path for root in Site.get_site_root_paths() if root.site_id == site.pk}
    languages = [_content_language(), settings.LANGUAGE_CODE]
    return [homes[language] for language in dict.fromkeys(languages) if language in homes]


def _content_language() -> str:
    try:
        return str(get_supported_content_language_variant(get_language()))
    except LookupError:  # an interface language without pages of its own
        return settings.LANGUAGE_CODE


def _frame_pages(homes: list[str]) -> list[Page]:
    below_a_home = Q()
    for home in homes:
        below_a_home |= Q(url_path__startswith=home)
    legal = Q(content_type__app_label="pages", content_type__model__in=LEGAL_PAGES)
    return list(
        with_text_language(for_everybody(Page.objects.all()))
        .filter(below_a_home, legal | Q(show_in_menus=True), depth=HOME_DEPTH + 1)
        .select_related("content_type")
        .order_by("path")
    )


def _link(request: HttpRequest, page: Page, words: Promise | None = None) -> FrameLink:
    """A link to `page` by its title, or by our own `words` in the language of the request."""
    url = page.get_url(request) or ""
    is_current = bool(url) and request.path.startswith(url)
    if words is not None:
        return FrameLink(title=str(words), url=url, is_current=is_current, text_language="")
    return FrameLink(title=page.title, url=url, is_current=is_current, text_language=page.text_language_told)


def was_public(request: HttpRequest) -> bool:
    """Everybody could once read a page at this address; it was taken off, so the address is no mistake.

    Says nothing of drafts, and nothing of pages that were for some only. Asked when no page was found.
    """
    match, site = request.resolver_match, Site.find_for_request(request)
    if match is None or match.url_name != "wagtail_serve" or site is None:
        return False
    url_path = site.root_page.localized.url_path + match.args[0]
    gone = Page.objects.filter(url_path=url_path, live=False, first_published_at__isnull=False).first()
    return gone is not None and not gone.get_view_restrictions().exists()
