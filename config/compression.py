"""Pages, style sheets and scripts travel compressed, with or without a proxy (docs/decisions/0010-compression.md)."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

COMPRESSED = {"text/html", "text/css", "text/javascript", "image/svg+xml"}
"""Not feeds: calendar programs compare their ETag, which compression would weaken. Fonts and pictures are packed."""


class CompressionMiddleware(GZipMiddleware):
    """Django's, which pads at random against BREACH, for what a browser shows.

    A file that WhiteNoise has compressed beforehand comes with its encoding and is left as it is; so is, by the
    proxy, whatever was compressed here.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        media_type = response.headers.get("Content-Type", "").partition(";")[0]
        return super().process_response(request, response) if media_type in COMPRESSED else response
