"""Pictures and files, real enough to be decoded, and the people who upload them."""

from io import BytesIO

import factory
import wagtail_factories
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from cms.media.models import SiteDocument, SiteImage


def picture_file(name="treffen.png", kind="PNG", size=(20, 10)):
    """An uploaded picture of one colour."""
    content = BytesIO()
    Pillow.new("RGB", size, "teal").save(content, kind)
    return SimpleUploadedFile(name, content.getvalue(), f"image/{kind.lower()}")


class ImageFactory(wagtail_factories.ImageFactory):
    title = factory.Sequence("Bild {}".format)
    credit = "Foto: Mina Beispiel"
    licence = "CC BY 4.0"

    class Meta:
        model = SiteImage


class DocumentFactory(wagtail_factories.DocumentFactory):
    title = factory.Sequence("Dokument {}".format)

    class Meta:
        model = SiteDocument
