"""What one unit does in the Wagtail admin is invisible to the other.

Wagtail guards editing and publishing by page permissions, and its listings by what a user may
explore. It does not guard titles: a chooser browses into any page, a bulk action lists pages one
may not touch by name, error messages quote the title of whatever number was in the address. So
every number of a page that reaches the admin is checked here, in one place, before any view.

Choosers are the exception: they also offer what is published for everybody, because sections link
to each other.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

PAGE_KWARGS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
PAGE_FIELDS = ("new_parent_page", "parent_page", "chooser")
CHOOSERS = ("wagtailadmin_choose_page_child", "wagtailadmin_choose_page_chosen_multiple")
NOT_FOR_UNITS = ("page_types_usage", "page_types_usage_results")
"""A report that quotes the page edited last, whoever's it is. It serves administrators only."""


def visible_pages(user: Any) -> QuerySet[Page]:
    """The pages whose existence `user` may know of in the admin: the own sections and the way down to them."""
    return page_permission_policy.explorable_instances(user)


def choosable_pages(user: Any) -> QuerySet[Page]:
    """The pages `user` may link to: the visible ones and what is published for everybody."""
    published = Page.objects.live().public()
    return Page.objects.filter(pk__in=visible_pages(user).values("pk")) | Page.objects.filter(
        pk__in=published.values("pk")
    )


class UnitSeparationMiddleware:
    """Answers 404 to a page number of somebody else's, as if there were no such page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, args: list[Any], kwargs: dict[str, Any]) -> None:
        """Raises `Http404`. Leaves alone the public site, administrators, and who has not signed in."""
        match = request.resolver_match
        if match is None or not _is_page_admin(match) or request.user.is_superuser or not request.user.is_authenticated:
            return
        if match.url_name in NOT_FOR_UNITS or _selects_everything(request):
            raise Http404
        if match.url_name == "wagtailadmin_choose_page":
            # Left alone, it opens at the common ancestor of all pages of a type, which may be somebody's draft.
            kwargs["parent_page_id"] = Page.get_first_root_node().pk
            return
        numbers = set(_page_numbers(request, args, kwargs))
        if not numbers:
            return
        pages = choosable_pages(request.user) if match.url_name in CHOOSERS else visible_pages(request.user)
        if pages.filter(pk__in=numbers).count() < len(numbers):
            raise Http404


def _is_page_admin(match: Any) -> bool:
    """Whether the address belongs to Wagtail's page admin (its bulk actions for other models have other numbers)."""
    if match.url_name == "wagtail_bulk_action":
        return bool(match.kwargs.get("model_name") == "page")
    return match.app_name.startswith("wagtailadmin_") or (match.url_name or "").startswith("wagtailadmin_")


def _selects_everything(request: HttpRequest) -> bool:
    """Whether a bulk action takes "all" of a listing that holds more than the user's own pages."""
    if "all" not in request.GET.getlist("id"):
        return False
    own = page_permission_policy.instances_user_has_any_permission_for(request.user, {"add", "change", "publish"})
    parent = request.GET.get("childOf", "")
    return not (_is_number(parent) and own.filter(pk=parent).exists())


def _is_number(value: object) -> bool:
    return str(value).isascii() and str(value).isdigit()


def _page_numbers(request: HttpRequest, args: Iterable[Any], kwargs: dict[str, Any]) -> Iterable[int]:
    """Every page number in the address, its query and the form, as far as it is a number at all."""
    name = request.resolver_match.url_name if request.resolver_match else None
    found = [kwargs[key] for key in PAGE_KWARGS if key in kwargs]
    if name == "revisions_compare":
        found += [*list(args)[:1], *([kwargs["pk"]] if "pk" in kwargs else [])]  # Wagtail 7 and 8
    if name in {"wagtail_bulk_action", "wagtailadmin_choose_page_chosen_multiple"}:
        found += [*request.GET.getlist("id"), *request.GET.getlist("childOf")]
    found += [request.POST[key] for key in PAGE_FIELDS if key in request.POST]
    return [int(value) for value in found if _is_number(value)]
