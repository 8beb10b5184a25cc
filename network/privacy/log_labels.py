"""Wagtail's log copies the name of what it speaks of into each entry. Here it is taken out again."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry


def erased_name() -> str:
    """What stands where a name stood. German, as the editors' desk is."""
    with translation.override(settings.LANGUAGE_CODE):
        return _("Gelöschte Person")


def log_labels_erase(model: type[Model], pks: Iterable[object]) -> int:
    """Leave the log's entries about these rows, but without the name; returns how many had one."""
    kind = ContentType.objects.get_for_model(model)
    entries = ModelLogEntry.objects.filter(content_type=kind, object_id__in=[str(pk) for pk in pks])
    return entries.exclude(label=erased_name()).update(label=erased_name(), data={})
