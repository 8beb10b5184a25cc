"""What every template may count on."""

from django.conf import settings
from django.http import HttpRequest


def site(_request: HttpRequest) -> dict[str, object]:
    """The site's name, and whether this is the demo."""
    return {"SITE_NAME": settings.SITE_NAME, "DEMO": settings.DEMO}
