"""What happens to a German page happens to the other languages' trees; a new language brings permissions along."""

from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signals import copy_for_translation_done, page_published, page_unpublished, post_page_move

from cms.pages import translations
from cms.pages.models import HomePage, SectionPage
from cms.pages.services import language_provision, sections_provision


# --- Languages -------------------------------------------------------------------------------------
@receiver(post_save, sender=Locale)
def language_appeared(instance: Locale, created: bool, raw: bool = False, **_kwargs: Any) -> None:
    """`raw`: a fixture brings its own rows."""
    if created and not raw:
        language_provision(instance)


@receiver(copy_for_translation_done)
def page_was_translated(target_obj: Any, **_kwargs: Any) -> None:
    """A home page or a section appeared in another language: the groups need their permissions there too."""
    if isinstance(target_obj, HomePage):
        language_provision(target_obj.locale)
        # Pages were added below it; treebeard places the next child by this count.
        target_obj.refresh_from_db(fields=["numchild"])
    elif isinstance(target_obj, SectionPage):
        sections_provision(target_obj.unit)


# --- Pages -------------------------------------------------------------------------------------------
@receiver(page_published)
def source_was_published(instance: Page, alias: bool = False, **_kwargs: Any) -> None:
    """`alias`: Wagtail tells of the aliases it renews by the same signal."""
    if not alias and instance.live and translations.is_source(instance):
        translations.page_mirror(instance)


@receiver(page_unpublished)
def source_went_offline(instance: Page, **_kwargs: Any) -> None:
    if translations.is_source(instance):
        translations.german_text_withdraw(instance)


@receiver(post_page_move)
def page_was_moved(instance: Page, **_kwargs: Any) -> None:
    if translations.is_source(instance):
        translations.page_moved(instance)
    else:
        translations.translation_moved(instance)


@receiver(pre_delete, sender=Page)
def source_goes(instance: Page, **_kwargs: Any) -> None:
    translations.aliases_remove(instance)


# --- Who may read -----------------------------------------------------------------------------------
@receiver(post_save, sender=PageViewRestriction)
def restriction_was_set(instance: PageViewRestriction, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        _restrictions_changed(instance)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def groups_were_set(instance: Any, action: str, reverse: bool, **_kwargs: Any) -> None:
    """`reverse`: a group is being deleted or changed, and `instance` is the group."""
    if action.startswith("post_") and not reverse:
        _restrictions_changed(instance)


@receiver(post_delete, sender=PageViewRestriction)
def restriction_was_lifted(instance: PageViewRestriction, origin: Model | QuerySet[Any], **_kwargs: Any) -> None:
    """Only by hand: when its page is deleted, a translation that stays must not open to everybody."""
    if (origin.model if isinstance(origin, QuerySet) else type(origin)) is PageViewRestriction:
        _restrictions_changed(instance)


def _restrictions_changed(restriction: PageViewRestriction) -> None:
    page = Page.objects.filter(pk=restriction.page_id).first()
    if page is not None and translations.is_source(page):
        translations.restrictions_follow(page)
