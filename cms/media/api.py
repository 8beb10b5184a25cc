"""Pictures and documents in the admin's own API, which the editor's scripts ask.

Wagtail 7.4 hides the API from nobody who may enter the admin, and shows everything in it.
"""

from typing import Any

from django.db.models import QuerySet
from rest_framework.authentication import SessionAuthentication
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.permissions import permission_policy as image_policy

ANY_ACTION = ("add", "change", "delete", "choose")


class OwnMediaMixin:
    """Only what the user's units may choose or keep in order."""

    authentication_classes = [SessionAuthentication]
    policy: Any

    def get_queryset(self) -> QuerySet[Any]:
        own = self.policy.instances_user_has_any_permission_for(self.request.user, ANY_ACTION)  # type: ignore[attr-defined]
        rows: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        return rows.filter(pk__in=own.values("pk"))


class OwnImagesAPIViewSet(OwnMediaMixin, ImagesAdminAPIViewSet):
    policy = image_policy


class OwnDocumentsAPIViewSet(OwnMediaMixin, DocumentsAdminAPIViewSet):
    policy = document_policy
