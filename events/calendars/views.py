from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from events.calendars.enums import FeedKind
from events.calendars.feeds import feed_language, personal_feed, public_etag, public_feed
from events.calendars.forms import FeedTokenForm
from events.calendars.http import is_conditional, is_current, with_validators
from events.calendars.ics import CONTENT_TYPE
from events.calendars.models import FeedToken
from events.calendars.selectors import active_tokens, public_changed_at
from events.calendars.tokens import (
    feed_token_create,
    feed_token_find,
    feed_token_note_use,
    feed_token_revoke,
)
from network.organisations.views import MemberRequiredMixin

PUBLIC_CACHE = "public, max-age=300"
PERSONAL_CACHE = "private, no-cache"  # may be kept, and is asked for again each time


# --- Feeds -----------------------------------------------------------------------------------------
@method_decorator(csrf_exempt, name="dispatch")  # changes nothing; or POST would be 403 and not 405
class FeedView(View):
    """GET, HEAD and OPTIONS on iCalendar text. Touches neither session nor user nor language."""

    http_method_names = ["get", "head", "options"]
    file_name = "termine.ics"

    def feed_response(self, body: bytes | None, language: str) -> HttpResponse:
        """200 with `body`, or 304 without one."""
        response = HttpResponseNotModified() if body is None else HttpResponse(body, content_type=CONTENT_TYPE)
        if body is not None:
            response.headers["Content-Disposition"] = f'inline; filename="{self.file_name}"'
        response.headers["Content-Language"] = language
        return response


class PublicFeedView(FeedView):
    """Every public entry."""

    def get(self, request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        language = feed_language(request.GET.get("lang"))
        if is_conditional(request):
            etag, changed_at = public_etag(language, now), public_changed_at(now)
            if is_current(request, etag=etag, changed_at=changed_at):
                response = self.feed_response(None, language)
                return with_validators(response, etag=etag, changed_at=changed_at, cache_control=PUBLIC_CACHE)
        feed = public_feed(language, now)
        response = self.feed_response(feed.body, language)
        return with_validators(response, etag=feed.etag, changed_at=feed.changed_at, cache_control=PUBLIC_CACHE)


class PersonalFeedView(FeedView):
    """The entries of the person behind a secret address."""

    file_name = "meine-termine.ics"  # or browsers would name the download after the secret

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        feed_token = feed_token_find(token, kind=FeedKind.PERSONAL)
        response = self._not_found() if feed_token is None else self._found(request, feed_token)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def _found(self, request: HttpRequest, feed_token: FeedToken) -> HttpResponse:
        feed_token_note_use(feed_token)
        language = feed_language(request.GET.get("lang"))
        feed = personal_feed(feed_token.person, language, timezone.now())
        current = is_current(request, etag=feed.etag, changed_at=feed.changed_at)
        response = self.feed_response(None if current else feed.body, language)
        return with_validators(response, etag=feed.etag, changed_at=feed.changed_at, cache_control=PERSONAL_CACHE)

    def _not_found(self) -> HttpResponse:
        """The same short answer whatever is wrong with the address."""
        response = HttpResponse("Not found\n", status=404, content_type="text/plain; charset=utf-8")
        response.headers["Cache-Control"] = "private, no-store"
        return response


# --- The members' page -------------------------------------------------------------------------
_SHOWN_ONCE = "calendars_new_address"
_SHOWN_WITHIN = timedelta(minutes=5)


@dataclass(frozen=True)
class NewAddress:
    """A secret address on the one page that shows it."""

    name: str
    url: str

    @property
    def webcal_url(self) -> str:
        """The same address for the program that is registered for calendars."""
        return "webcal://" + self.url.partition("://")[2]


@method_decorator(never_cache, name="dispatch")  # "back" must not bring the secret up again
class SubscriptionView(MemberRequiredMixin, View):
    """A member's calendar addresses, and the form for a new one."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(request, FeedTokenForm(), new_address=_take_new_address(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = FeedTokenForm(request.POST)
        if form.is_valid():
            try:
                token, secret = feed_token_create(person=self.person, name=form.cleaned_data["name"])
            except ValidationError as error:
                form.add_error(None, error)
            else:
                _leave_new_address(request, token, secret)
                return redirect("calendars:subscribe")
        return self._page(request, form)

    def _page(
        self, request: HttpRequest, form: FeedTokenForm, *, new_address: NewAddress | None = None
    ) -> HttpResponse:
        context = {
            "form": form,
            "tokens": active_tokens(self.person),
            "new_address": new_address,
            "public_url": _feed_address("public"),
        }
        return render(request, "calendars/subscribe.html", context)


class RevokeView(MemberRequiredMixin, View):
    """Close one of one's own addresses."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            token = feed_token_revoke(person=self.person, pk=pk)
        except FeedToken.DoesNotExist as error:
            raise Http404 from error
        messages.success(request, _("Die Adresse „%(name)s“ ist widerrufen.") % {"name": token.name})
        return redirect("calendars:subscribe")


def _feed_address(name: str, *args: str) -> str:
    """A feed's whole address, which asks for the language of the page it is copied from."""
    address = settings.BASE_URL + reverse(f"feeds:{name}", args=args)
    language = get_language()
    return address if language == settings.LANGUAGE_CODE else f"{address}?lang={language}"


def _leave_new_address(request: HttpRequest, token: FeedToken, secret: str) -> None:
    """Hand the secret to the next page. Reloading that one neither shows it again nor makes another."""
    request.session[_SHOWN_ONCE] = {
        "name": token.name,
        "secret": secret,
        "until": (timezone.now() + _SHOWN_WITHIN).timestamp(),
    }


def _take_new_address(request: HttpRequest) -> NewAddress | None:
    left = request.session.pop(_SHOWN_ONCE, None)
    if left is None or left["until"] < timezone.now().timestamp():
        return None
    url = _feed_address("personal", left["secret"])
    return NewAddress(name=left["name"], url=url)
