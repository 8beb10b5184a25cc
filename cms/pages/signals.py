"""A new language or a translated home page must come with the units' sections and permissions."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Locale
from wagtail.signals import copy_for_translation_done

from cms.pages.models import HomePage, SectionPage
from cms.pages.services import language_provision, sections_provision


@receiver(post_save, sender=Locale)
def language_appeared(instance: Locale, created: bool, raw: bool = False, **_kwargs: Any) -> None:
    """`raw`: a fixture brings its own rows."""
    if created and not raw:
        language_provision(instance)


@receiver(copy_for_translation_done)
def page_was_translated(target_obj: Any, **_kwargs: Any) -> None:
    """Somebody translated a home page or a section by hand: the groups need their permissions there too."""
    if isinstance(target_obj, HomePage):
        language_provision(target_obj.locale)
        # Sections were added below it; treebeard places the next child by this count.
        target_obj.refresh_from_db(fields=["numchild"])
    elif isinstance(target_obj, SectionPage):
        sections_provision(target_obj.unit)
