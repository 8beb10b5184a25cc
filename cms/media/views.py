"""A gap in Wagtail's image chooser, closed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy
from wagtail.images.views.chooser import ImageSelectFormatView


class ChoosableSelectFormatView(ImageSelectFormatView):
    """The step that asks for a picture's format in rich text.

    Wagtail 7.4 checks the permission to choose in every other step of the chooser, not in this one: by counting up
    the number in the address, an editor saw the other unit's pictures and could put them on a page.
    """

    def dispatch(self, request: HttpRequest, *args: Any, image_id: int, **kwargs: Any) -> HttpResponseBase:
        image = get_object_or_404(get_image_model(), pk=image_id)
        if not permission_policy.user_has_permission_for_instance(request.user, "choose", image):
            raise PermissionDenied
        return super().dispatch(request, *args, image_id=image_id, **kwargs)
