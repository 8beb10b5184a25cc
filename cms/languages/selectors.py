"""Where a page stands in the other languages."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, get_language_from_path, get_language_info, override
from wagtail.models import Page, PageViewRestriction

from cms.languages.text_language import with_text_language


@dataclass(frozen=True)
class LanguageLink:
    """One language of the switcher. `name` is in the language itself, `direction` "ltr" or "rtl"."""

    code: str
    name: str
    direction: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Address:
    """A page in one language. `is_repeated`: what stands there is in another."""

    url: str
    is_repeated: bool = False


def language_links(request: HttpRequest | None, page: object = None, *, is_error: bool = False) -> list[LanguageLink]:
    """Every offered language with the address of this very page in it; of its home page where there is none.

    `page`: the Wagtail page that is shown, or anything else. An error page has no address of its own: it leads home.
    Asks no database without a request or a page.
    """
    addresses = {} if request is None or is_error else _addresses(request, page)
    return [
        LanguageLink(
            code=code,
            name=name,
            direction="rtl" if get_language_info(code)["bidi"] else "ltr",
            url=addresses[code].url + _query(request, code) if request and code in addresses else home_address(code),
            is_current=code == get_language(),
        )
        for code, name in settings.LANGUAGES
    ]


def language_alternates(request: HttpRequest | None, page: object = None) -> dict[str, str]:
    """Absolute addresses by language, for those the page really exists in: what repeats German is none.

    Empty with a query: page 2 of a list or a filter is not what the search engine should offer in its place.
    """
    if request is None or request.META.get("QUERY_STRING"):
        return {}
    return {
        code: settings.BASE_URL + address.url
        for code, address in _addresses(request, page).items()
        if not address.is_repeated
    }


def canonical_address(request: HttpRequest | None, page: object = None) -> str:
    """The absolute address of the German page where this one repeats its text, else ""."""
    if request is None or not isinstance(page, Page):
        return ""
    here = _addresses(request, page).get(get_language() or "")
    if here is None or not here.is_repeated:
        return ""
    return language_alternates(request, page).get(settings.LANGUAGE_CODE, "")


def home_address(code: str) -> str:
    """The path of the home page in the language `code`."""
    with override(code):
        return reverse("wagtail_serve", args=[""])


def _query(request: HttpRequest, code: str) -> str:
    """The query of this address; where one goes on to afterwards (`next`), in the language `code` too."""
    way_on = request.GET.get(REDIRECT_FIELD_NAME, "")
    if not way_on:
        return f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    query = request.GET.copy()
    query[REDIRECT_FIELD_NAME] = _in_language(way_on, code)
    return f"?{query.urlencode(safe='/')}"


def _in_language(address: str, code: str) -> str:
    """A path of ours in the language `code`; anything else as it is, to be refused where it is used.

    Wagtail's pages stay as they are too: each language has its own slugs, and the sign-in page must not lead nowhere.
    """
    if not address.startswith("/") or not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return address
    path = urlsplit(address).path
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            match = resolve(path)
        except Resolver404:
            return address
        if match.url_name == "wagtail_serve" and path != home_address(get_language() or ""):
            return address
        return translate_url(address, code)


def _addresses(request: HttpRequest, page: object) -> dict[str, Address]:
    """Paths by language. One query for a Wagtail page, none for any other; asked once per request."""
    known: dict[str, Address] | None = getattr(request, "_language_addresses", None)
    if known is None:
        known = _of_wagtail(request, page) if isinstance(page, Page) else _of_view(request)
        request._language_addresses = known  # type: ignore[attr-defined]
    return known


def _of_wagtail(request: HttpRequest, page: Page) -> dict[str, Address]:
    """Those that everybody may open: the address of a closed one would tell what it is about.

    Who reads a closed page has come past its restriction, which is the same in every language.
    """
    closed = Exists(PageViewRestriction.objects.filter(page_id=OuterRef("pk")))
    live = Page.objects.filter(translation_key=page.translation_key, live=True).annotate(is_closed=closed)
    pages = list(with_text_language(live).select_related("locale"))
    past_it = any(translation.pk == page.pk and translation.is_closed for translation in pages)
    found = {
        translation.locale.language_code: Address(
            translation.get_url(request) or "",
            is_repeated=translation.text_language_told != translation.locale.language_code,
        )
        for translation in pages
        if past_it or not translation.is_closed
    }
    return {code: address for code, address in found.items() if address.url}


def _of_view(request: HttpRequest) -> dict[str, Address]:
    """A view has the same parameters in every language. One outside the language prefixes has one address only."""
    found = {code: Address(urlsplit(translate_url(request.path, code)).path) for code, _ in settings.LANGUAGES}
    current = get_language()
    return {code: address for code, address in found.items() if code == current or address.url != request.path}
