"""Uploading a picture. Named in the setting WAGTAILIMAGES_IMAGE_FORM_BASE."""

from typing import Any

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class PictureField(WagtailImageField):
    """A file that is a picture through and through, not only by its name and first bytes.

    Wagtail looks at the ending and the first bytes, then asks Pillow for the size; a broken or oversized file makes
    Pillow raise, and the editor would see a server error. Here the whole picture is decoded once, after its number
    of pixels was found bearable, and every failure becomes a message at the field.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        formats = {"formats": self.supported_formats_text}
        no_picture = _("Diese Datei ist kein Bild, das wir lesen können. Bitte laden Sie eines hoch: %(formats)s.")
        self.error_messages |= {
            "required": _("Bitte wählen Sie ein Bild aus."),
            "invalid_image": no_picture % formats,
            "invalid_image_extension": _("Das Format passt nicht. Möglich sind: %(formats)s.") % formats,
            "invalid_image_known_format": _(
                "Die Endung .%(extension)s passt nicht zum Inhalt (%(image_format)s). Bitte benennen Sie die Datei um."
            ),
            "file_too_large": _("Die Datei ist zu groß (%(file_size)s). Bitte höchstens %(max_filesize)s."),
            "file_too_large_unknown_size": _("Die Datei ist zu groß. Bitte höchstens %(max_filesize)s.")
            % {"max_filesize": filesizeformat(self.max_upload_size)},
            "file_too_many_pixels": _(
                "Das Bild hat zu viele Bildpunkte (%(num_pixels)s). Bitte verkleinern Sie es auf höchstens "
                "%(max_pixels_count)s."
            ),
        }

    def to_python(self, data: Any) -> Any:
        """The uploaded file. Raises `ValidationError` for whatever cannot be shown as a picture."""
        try:
            return super().to_python(data)
        except ValidationError:
            raise
        except Exception as problem:
            raise ValidationError(self.error_messages["invalid_image"], code="invalid_image") from problem

    def check_image_file_format(self, f: Any) -> None:
        """Suggest another ending only for a format we take; a web page in disguise is no picture."""
        if f.image.format_name not in self.allowed_image_extensions:
            raise ValidationError(self.error_messages["invalid_image"], code="invalid_image")
        super().check_image_file_format(f)

    def check_image_pixel_size(self, f: Any) -> None:
        """Refuse what is too large to decode, then decode it: half a file has a size but no picture."""
        super().check_image_pixel_size(f)
        f.image.get_pillow_image().load()


class ImageForm(BaseImageForm):
    """Wagtail's form for a picture, with our field for the file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):  # the form of the multiple upload has none
            self.fields["file"] = PictureField(label=field.label, required=field.required, widget=field.widget)
