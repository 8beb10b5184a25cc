from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from events.calendars.views import FeedView


class FeedHeadersMiddleware:
    """Keep feeds free of headers about who asks. Stands above the session and language middleware.

    A feed depends on its address alone. LocaleMiddleware adds `Vary: Accept-Language` and
    SessionMiddleware `Vary: Cookie`, and a shared cache would then keep a copy per program.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        match = request.resolver_match
        if match is not None and issubclass(getattr(match.func, "view_class", object), FeedView):
            del response.headers["Vary"]
        return response
