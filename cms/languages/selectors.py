"""Where a page stands in the other languages."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Page


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
    """A page in one language. `is_alias`: it repeats the text of another language."""

    url: str
    is_alias: bool = False


def language_links(request: HttpRequest | None, page: object = None, *, is_error: bool = False) -> list[LanguageLink]:
    """Every offered language with the address of this very page in it; of its home page where there is none.

    `page`: the Wagtail page that is shown, or anything else. An error page has no address of its own: it leads home.
    Asks no database without a request or a page.
    """
    addresses = {} if request is None or is_error else _addresses(request, page)
    query = f"?{request.META['QUERY_STRING']}" if addresses and request and request.META.get("QUERY_STRING") else ""
    return [
        LanguageLink(
            code=code,
            name=name,
            direction="rtl" if get_language_info(code)["bidi"] else "ltr",
            url=addresses[code].url + query if code in addresses else home_address(code),
            is_current=code == get_language(),
        )
        for code, name in settings.LANGUAGES
    ]


def language_alternates(request: HttpRequest | None, page: object = None) -> dict[str, str]:
    """Absolute addresses by language, for those the page really exists in; an alias is none.

    Empty with a query: page 2 of a list or a filter is not what the search engine should offer in its place.
    """
    if request is None or request.META.get("QUERY_STRING"):
        return {}
    return {
        code: settings.BASE_URL + address.url
        for code, address in _addresses(request, page).items()
        if not address.is_alias
    }


def home_address(code: str) -> str:
    """The path of the home page in the language `code`."""
    with override(code):
        return reverse("wagtail_serve", args=[""])


def _addresses(request: HttpRequest, page: object) -> dict[str, Address]:
    """Paths by language. One query for a Wagtail page, none for any other; asked once per request."""
    known: dict[str, Address] | None = getattr(request, "_language_addresses", None)
    if known is None:
        known = _of_wagtail(request, page) if isinstance(page, Page) else _of_view(request)
        request._language_addresses = known  # type: ignore[attr-defined]
    return known


def _of_wagtail(request: HttpRequest, page: Page) -> dict[str, Address]:
    pages = Page.objects.filter(translation_key=page.translation_key, live=True).select_related("locale")
    found = {
        translation.locale.language_code: Address(translation.get_url(request) or "", bool(translation.alias_of_id))
        for translation in pages
    }
    return {code: address for code, address in found.items() if address.url}


def _of_view(request: HttpRequest) -> dict[str, Address]:
    """A view has the same parameters in every language. One outside the language prefixes has one address only."""
    found = {code: Address(urlsplit(translate_url(request.path, code)).path) for code, _ in settings.LANGUAGES}
    current = get_language()
    return {code: address for code, address in found.items() if code == current or address.url != request.path}
