"""The pages of the demo: what is said on them, and `pages_load`, which writes them into the tree."""

from datetime import date

from django.db import transaction
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale, Page

from cms.pages.legal_drafts import legal_drafts
from cms.pages.models import HomePage, LegalPage, SectionPage, SitePage, StandardPage
from config.demo.content.languages import TRANSLATIONS
from config.demo.content.legal import DEMO_OPERATORS
from config.demo.content.parts import Block, DemoPage
from config.demo.content.shared import HOME_BODY, HOME_INTRODUCTION, HOME_TITLE, SHARED_PAGES
from config.demo.content.units import SECTIONS


@transaction.atomic
def pages_load() -> list[str]:
    """Write and publish the demo's pages below the German home page. Run after `manage.py setup`.

    Safe to run again: a page that was ever published, in German or translated, stays as somebody may have changed it.
    Returns the titles of what was new.
    """
    home = HomePage.objects.get(locale__language_code="de")
    done: list[str] = []
    if not home.body:
        home.title = HOME_TITLE
        _fill(home, HOME_INTRODUCTION, HOME_BODY)
        done.append(home.title)
    for section in SectionPage.objects.child_of(home).select_related("unit").filter(unit__code__in=SECTIONS):
        content = SECTIONS[section.unit.code]
        if section.first_published_at is None:
            section.title = content.title
            _fill(section, content.introduction, content.body)
            done.append(section.title)
        for demo_page in content.pages:
            done += _page_load(section, demo_page)
    for demo_page in SHARED_PAGES:
        done += _page_load(home, demo_page)
    return [*done, *_legal_pages_load(home), *_translations_load(home)]


def _fill(page: SitePage, introduction: str, body: tuple[Block, ...]) -> None:
    page.introduction, page.body = introduction, list(body)
    page.save_revision().publish()


def _page_load(parent: SitePage, content: DemoPage) -> list[str]:
    page = StandardPage.objects.child_of(parent).filter(slug=content.slug).first()
    done = []
    if page is None:
        page = StandardPage(
            title=content.title,
            slug=content.slug,
            introduction=content.introduction,
            body=list(content.body),
            reviewed_on=date.fromisoformat(content.reviewed_on),
            show_in_menus=content.in_menu,
            locale=parent.locale,
        )
        # A fresh parent: treebeard counts children on the instance.
        Page.objects.get(pk=parent.pk).specific.add_child(instance=page)
        page.save_revision().publish()
        done.append(page.title)
    for child in content.children:
        done += _page_load(page, child)
    return done


def _legal_pages_load(home: HomePage) -> list[str]:
    """Replace the drafts that `setup` made, which have gaps on purpose, by pages with the demo's invented facts."""
    done = []
    for page in legal_drafts(DEMO_OPERATORS):
        model: type[LegalPage] = type(page)
        existing = model.objects.child_of(home).first()
        if existing is not None and existing.first_published_at is not None:
            continue
        if existing is not None:
            existing.delete()
        page.locale = home.locale
        HomePage.objects.get(pk=home.pk).add_child(instance=page)
        page.save_revision().publish()
        done.append(page.title)
    return done


def _translations_load(home: HomePage) -> list[str]:
    """Turn the aliases of the pages a visitor meets first into translations. What is no alias any more stays."""
    done = []
    for code, texts in TRANSLATIONS.items():
        locale = Locale.objects.filter(language_code=code).first()
        for path, content in texts.items() if locale else ():
            source = Page.objects.get(url_path=f"{home.url_path}{path}/" if path else home.url_path)
            alias = source.get_translation_or_none(locale)
            if alias is None or alias.alias_of_id is None:
                continue
            ConvertAliasPageAction(alias.specific).execute()
            page = alias.get_latest_revision_as_object()
            page.title = content.title
            _fill(page, content.introduction, content.body)
            done.append(page.title)
    return done
