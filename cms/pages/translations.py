"""The trees of the other languages follow the German one, so that menus, lists and links stay in one's language.

What nobody has translated stands there as a Wagtail alias: the German page under an address of that language. Wagtail
itself renews an alias when its source is published and takes it offline with it. The rest is here: it appears with
its source, moves with it, is closed to whom its source is closed, and goes when its source goes.
"""

from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, PageViewRestriction


def is_source(page: Page) -> bool:
    """Whether `page` stands in the German tree, which the others follow."""
    return bool(page.locale_id == Locale.get_default().pk)


@transaction.atomic
def page_mirror(page: Page) -> None:
    """Make sure that the German `page` stands in every language, as an alias where nobody has translated it.

    A translation that stayed behind when the draft was moved comes after it now.
    """
    page_moved(page)
    for locale in Locale.objects.exclude(pk=page.locale_id):
        if not page.has_translation(locale):
            alias = page.copy_for_translation(locale, copy_parents=True, alias=True)
            put_in_place(page, alias)


@transaction.atomic
def tree_mirror(home: Page, locale: Locale) -> None:
    """Make sure that every live page below the German `home` stands in the tree of `locale`, in the same order."""
    known = set(Page.objects.filter(locale=locale).values_list("translation_key", flat=True))
    for page in Page.objects.descendant_of(home).live().order_by("path"):
        if page.translation_key not in known:
            alias = page.copy_for_translation(locale, copy_parents=True, alias=True)
            put_in_place(page, alias)


@transaction.atomic
def page_moved(page: Page) -> None:
    """Move the aliases and translations of the German `page` to where it stands now.

    Who moves a draft need not be allowed to publish: what is live there or below stays until the page is published.
    """
    page = Page.objects.get(pk=page.pk)  # with the place in the tree it has after the move
    for translation in page.get_translations().select_related("locale"):
        if page.live or not translation.get_descendants(inclusive=True).live().exists():
            put_in_place(page, translation)


@transaction.atomic
def translation_moved(translation: Page) -> None:
    """Put an alias or a translation that was moved by hand back to where its German page stands.

    Elsewhere it would be open to people its source is closed to by a page above, and would go with a strange parent.
    """
    source = translation.get_translation_or_none(Locale.get_default())
    if source is not None:
        put_in_place(source, translation)


@transaction.atomic
def german_text_withdraw(page: Page) -> None:
    """Take the German text of `page`, which went offline, off the trees where a translation was begun.

    Wagtail does it for aliases; what was converted and not yet published again still shows that text.
    """
    for translation in page.get_translations().live().specific():
        if translation.content_language == page.locale.language_code:
            translation.unpublish()


@transaction.atomic
def aliases_remove(page: Page) -> None:
    """Delete the aliases of `page`, which is about to be deleted: without their source they would pass for originals.

    A translation somebody wrote stays. So does an alias with one below it: Wagtail takes it offline.
    """
    for alias in Page.objects.filter(alias_of=page):
        if not alias.get_descendants().filter(alias_of__isnull=True).exists():
            alias.specific.delete()


@transaction.atomic
def restrictions_follow(page: Page) -> None:
    """Close the aliases and translations of the German `page` to the same people as the page itself.

    Wagtail lets nobody read an alias whose source is closed. These rows are for what it does not ask that way: a page
    that is no alias any more, and lists, which leave out what has a row of its own.
    """
    restrictions = list(page.view_restrictions.prefetch_related("groups"))
    for translation in page.get_translations():
        translation.view_restrictions.all().delete()
        for restriction in restrictions:
            copy = PageViewRestriction.objects.create(
                page=translation, restriction_type=restriction.restriction_type, password=restriction.password
            )
            copy.groups.set(restriction.groups.all())


def put_in_place(page: Page, translation: Page) -> None:
    """Put `translation` below the translation of the parent of `page`, before the same neighbour."""
    source_parent = page.get_parent()
    if source_parent is None or source_parent.is_root():
        return
    locale = translation.locale
    if not source_parent.has_translation(locale):
        source_parent.copy_for_translation(locale, copy_parents=True, alias=True)
    parent = source_parent.get_translation(locale)
    following = _following(page, source_parent, parent)
    translation = Page.objects.get(pk=translation.pk)
    if translation.get_parent() != parent:
        slug = find_available_slug(parent, translation.slug, ignore_page_id=translation.pk)
        Page.objects.filter(pk=translation.pk).update(slug=slug)
        translation.slug = slug
    elif translation.get_next_sibling() == following:
        return
    translation.move(following or parent, pos="left" if following else "last-child")


def _following(page: Page, source_parent: Page, parent: Page) -> Page | None:
    """The translation, below `parent`, of the page that comes next after `page`; None when there is none."""
    there = {sibling.translation_key: sibling for sibling in parent.get_children()}
    keys = source_parent.get_children().filter(path__gt=page.path).values_list("translation_key", flat=True)
    return next((there[key] for key in keys if key in there and key != page.translation_key), None)
