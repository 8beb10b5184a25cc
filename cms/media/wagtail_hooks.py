from typing import Any

from wagtail import hooks
from wagtail.documents.views import bulk_actions as of_documents
from wagtail.images.views import bulk_actions as of_images
from wagtail.images.views.chooser import viewset

from cms.media.api import OwnDocumentsAPIViewSet, OwnImagesAPIViewSet
from cms.media.views import ChoosableSelectFormatView
from network.units.bulk_actions import OwnRowsMixin

# Read when Wagtail builds its addresses, which is after all files of this name were imported.
viewset.select_format_view_class = ChoosableSelectFormatView

# A higher order comes later, and the last one registered takes the place of Wagtail's own.
for kind in (of_images, of_documents):
    for action in (kind.AddTagsBulkAction, kind.AddToCollectionBulkAction, kind.DeleteBulkAction):
        hooks.register("register_bulk_action", type(action.__name__, (OwnRowsMixin, action), {}), order=100)


@hooks.register("construct_admin_api", order=100)
def show_own_media(router: Any) -> None:
    router.register_endpoint("images", OwnImagesAPIViewSet)
    router.register_endpoint("documents", OwnDocumentsAPIViewSet)
