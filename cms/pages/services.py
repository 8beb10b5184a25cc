"""Making the trees: home pages, the units' sections with their permissions, languages, drafts of the legal pages."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.pages.legal_drafts import OperatorFacts, legal_drafts
from cms.pages.models import HomePage, LegalPage, SectionPage
from cms.pages.translations import put_in_place, tree_mirror
from network.units.models import EditorialUnit

EDITOR_ACTIONS = ("add", "change")
PUBLISHER_ACTIONS = ("add", "change", "publish", "lock", "unlock")
"""Not `bulk_delete`: whole branches are deleted by administrators, single pages by who may change them."""


@transaction.atomic
def home_page_ensure(*, title: str, introduction: str = "") -> tuple[HomePage, bool]:
    """The live home page in German, and whether it was made just now."""
    locale = Locale.get_default()
    home = HomePage.objects.filter(locale=locale).first()
    if home is not None:
        return home, False
    root = Page.get_first_root_node()
    home = HomePage(
        title=title, introduction=introduction, locale=locale, slug=find_available_slug(root, "start"), live=True
    )
    root.add_child(instance=home)
    home.save_revision().publish()
    return home, True


@transaction.atomic
def sections_provision(unit: EditorialUnit) -> None:
    """Make sure `unit` has a section below every home page, and its groups their permissions there.

    Registered as a provisioner of `network.units`; safe to run again. A new section is a draft. The one in German
    comes first; the others are its aliases until somebody translates them.
    """
    default = Locale.get_default()
    homes = sorted(HomePage.objects.select_related("locale"), key=lambda home: home.locale_id != default.pk)
    sections: list[SectionPage] = []
    for home in homes:
        section = SectionPage.objects.child_of(home).filter(unit=unit).first()
        sections.append(section or _section_create(unit, home, sections))
    workflow = _workflow_ensure(unit) if sections else None
    for section in sections:
        _grant(unit.editors_group, section, EDITOR_ACTIONS)
        _grant(unit.publishers_group, section, PUBLISHER_ACTIONS)
        WorkflowPage.objects.get_or_create(page=section.page_ptr, defaults={"workflow": workflow})


def languages_ensure() -> list[str]:
    """Make sure that every offered language has its tree of pages. Returns the codes of the new ones."""
    codes = [code for code, _ in settings.LANGUAGES if not Locale.objects.filter(language_code=code).exists()]
    for code in codes:
        Locale.objects.create(language_code=code)  # its signal calls `language_provision`
    return codes


@transaction.atomic
def language_provision(locale: Locale) -> None:
    """Begin a language: aliases of everything there is in German, and the units' permissions.

    Permissions are granted per tree, so editors can only begin to translate once the trees are there.
    Does nothing before `manage.py setup` made the German home page.
    """
    home = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if home is None or home.locale_id == locale.pk:
        return
    if not home.has_translation(locale):
        home.copy_for_translation(locale, alias=True)  # its signal comes back here
        return
    for unit in EditorialUnit.objects.select_related("editors_group", "publishers_group"):
        sections_provision(unit)
    tree_mirror(home, locale)


@transaction.atomic
def legal_pages_ensure(*, home: HomePage, facts: OperatorFacts) -> list[tuple[LegalPage, bool]]:
    """Legal notice, privacy notice and accessibility statement below `home`, each with whether it was made just now.

    They are made as drafts; an existing page stays as its editors wrote it.
    """
    pages: list[tuple[LegalPage, bool]] = []
    for draft in legal_drafts(facts):
        existing = type(draft).objects.child_of(home).first()
        if existing is None:
            draft.locale, draft.live, draft.has_unpublished_changes = home.locale, False, True
            HomePage.objects.get(pk=home.pk).add_child(instance=draft)
            draft.save_revision(clean=False)
        pages.append((existing or draft, existing is None))
    return pages


def _section_create(unit: EditorialUnit, home: HomePage, others: list[SectionPage]) -> SectionPage:
    if others:
        alias: SectionPage = others[0].copy_for_translation(home.locale, alias=True)
        put_in_place(others[0], alias)
        return alias
    section = SectionPage(
        title=unit.name,
        slug=find_available_slug(home, slugify(unit.name) or unit.code),
        unit=unit,
        locale=home.locale,
        live=False,
        has_unpublished_changes=True,
        show_in_menus=True,
    )
    # A fresh parent: Wagtail counts children on the instance, and `home` may be older than its last child.
    HomePage.objects.get(pk=home.pk).add_child(instance=section)
    section.save_revision()
    return section


def _grant(group: Group, section: SectionPage, actions: Iterable[str]) -> None:
    granted = set(
        GroupPagePermission.objects.filter(group=group, page=section).values_list("permission__codename", flat=True)
    )
    for action in actions:
        if f"{action}_page" not in granted:
            GroupPagePermission.objects.create(group=group, page=section.page_ptr, permission_type=action)


def _workflow_ensure(unit: EditorialUnit) -> Workflow:
    """The unit's approval by its publishers: one workflow for all its sections.

    It is found through the group, so that renaming it in the admin does not make a second one.
    """
    task = GroupApprovalTask.objects.filter(groups=unit.publishers_group).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=f"{unit.name}: Freigabe")
        task.groups.add(unit.publishers_group)
    link = WorkflowTask.objects.filter(task=task.task_ptr).select_related("workflow").first()
    if link is None:
        workflow = Workflow.objects.create(name=f"{unit.name}: Freigabe")
        link = WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=0)
    return link.workflow
