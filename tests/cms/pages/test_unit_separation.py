"""lagfa's editors neither touch nor see what beramí writes, and the other way round."""

import pytest
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page, TaskState, WorkflowPage

from cms.pages.models import SectionPage
from tests.factories.pages import (
    make_editor,
    make_page,
    make_publisher,
    make_unit,
    section_of,
)

EDITOR_ACTIONS = ("add", "change")
PUBLISHER_ACTIONS = ("add", "change", "publish", "lock", "unlock")
DRAFT_TITLE = "Geheimer Entwurf von beramí"
RENAMED = "Heimlich umbenannt"


@pytest.fixture
def draft(mo):
    return make_page(section_of(mo), DRAFT_TITLE, live=False)


@pytest.fixture
def published(mo):
    """A published page of beramí, with a draft that renames it."""
    published = make_page(section_of_live(mo), "Vereine gründen")
    published.title = RENAMED
    published.save_revision()
    return published


def section_of_live(unit):
    section = section_of(unit)
    section.save_revision().publish()
    return section_of(unit)


@pytest.fixture(params=[("editor", 1), ("publisher", 2)], ids=["editor, one language", "publisher, two languages"])
def stranger(request, client, mo, lotsen):
    """Somebody who writes for lagfa, signed in. With two page trees Wagtail's explorer starts higher up."""
    role, languages = request.param
    if languages == 2:
        Locale.objects.create(language_code="en")
    user = make_editor(lotsen) if role == "editor" else make_publisher(lotsen)
    client.force_login(user)
    return user


@pytest.fixture
def insider(client, mo, lotsen):
    user = make_publisher(mo)
    client.force_login(user)
    return user


# --- What a stranger must not do -----------------------------------------------------------------
PAGE_VIEWS = [
    ("wagtailadmin_pages:edit", "get"),
    ("wagtailadmin_pages:edit", "post"),
    ("wagtailadmin_pages:preview_on_edit", "get"),
    ("wagtailadmin_pages:view_draft", "get"),
    ("wagtailadmin_pages:delete", "get"),
    ("wagtailadmin_pages:delete", "post"),
    ("wagtailadmin_pages:unpublish", "post"),
    ("wagtailadmin_pages:move", "get"),
    ("wagtailadmin_pages:copy", "get"),
    ("wagtailadmin_pages:copy", "post"),
    ("wagtailadmin_pages:lock", "post"),
    ("wagtailadmin_pages:unlock", "post"),
    ("wagtailadmin_pages:set_privacy", "post"),
    ("wagtailadmin_pages:history", "get"),
    ("wagtailadmin_pages:workflow_history", "get"),
    ("wagtailadmin_pages:usage", "get"),
    ("wagtailadmin_pages:add_subpage", "get"),
    ("wagtailadmin_pages:set_page_position", "post"),
    ("wagtailadmin_pages:confirm_workflow_cancellation", "get"),
    ("wagtailadmin_explore", "get"),
    ("wagtailadmin_explore_results", "get"),
    ("wagtailadmin_choose_page_child", "get"),
]


def statuses(client, page):
    """What each view of the admin answers for `page`: view and method → status."""
    return {
        (view, method): getattr(client, method)(reverse(view, args=[page.pk])).status_code
        for view, method in PAGE_VIEWS
    }


def test_a_stranger_gets_no_view_of_a_draft(stranger, draft, client):
    assert set(statuses(client, draft).values()) == {404}


def test_a_stranger_gets_no_view_of_a_published_page_but_in_the_chooser(stranger, published, client):
    answers = statuses(client, published)

    assert answers.pop(("wagtailadmin_choose_page_child", "get")) == 200
    assert set(answers.values()) == {404}


def test_a_stranger_reads_no_revision(stranger, published, client):
    revision = published.get_latest_revision()
    addresses = [
        reverse("wagtailadmin_pages:revisions_view", args=[published.pk, revision.pk]),
        reverse("wagtailadmin_pages:revisions_revert", args=[published.pk, revision.pk]),
        reverse("wagtailadmin_pages:revisions_unschedule", args=[published.pk, revision.pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[published.pk, "live", "latest"]),
    ]

    assert [client.get(address).status_code for address in addresses] == [404] * 4


def test_a_stranger_adds_nothing_below_a_foreign_page(stranger, draft, client):
    addresses = [
        reverse("wagtailadmin_pages:add", args=["pages", "standardpage", draft.pk]),
        reverse("wagtailadmin_pages:preview_on_add", args=["pages", "standardpage", draft.pk]),
    ]

    assert [client.post(address, {"title": "x"}).status_code for address in addresses] == [404, 404]


def test_a_stranger_changes_nothing_in_bulk_and_learns_no_title(stranger, home, draft, client):
    section = draft.get_parent()
    parents = ["", f"&childOf={home.pk}", f"&childOf={section.pk}", f"&childOf={draft.pk}"]
    queries = [f"id={draft.pk}", f"id={section.pk}&id={draft.pk}", *[f"id=all{parent}" for parent in parents]]

    for action in ("publish", "unpublish", "delete", "move"):
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        answers = [getattr(client, method)(f"{address}?{q}").status_code for q in queries for method in ("get", "post")]
        assert set(answers) == {404}
    draft.refresh_from_db()
    assert not draft.live


def test_a_stranger_moves_and_copies_nothing_into_a_foreign_section(stranger, lotsen, mo, draft, client):
    own = make_page(section_of(lotsen), "Eigenes", live=False)

    moved = client.get(reverse("wagtailadmin_pages:move_confirm", args=[own.pk, draft.pk]))
    copied = client.post(
        reverse("wagtailadmin_pages:copy", args=[own.pk]),
        {"new_title": "x", "new_slug": "x", "new_parent_page": draft.pk},
    )
    created = client.post(
        reverse("wagtailadmin_pages:choose_parent", args=["pages", "standardpage"]), {"parent_page": draft.pk}
    )

    assert [moved.status_code, copied.status_code, created.status_code] == [404, 404, 404]


def test_a_stranger_does_nothing_through_the_admin_api(stranger, published, client):
    for action in ("publish", "unpublish", "delete", "move", "copy", "create_alias", "revert_to_page_revision"):
        response = client.post(
            f"/redaktion/api/main/pages/{published.pk}/action/{action}/",
            {"destination_page_id": published.get_parent().pk, "recursive": False, "keep_live": False},
            content_type="application/json",
        )
        assert response.status_code in {403, 404}
    published.refresh_from_db()
    assert published.live


def test_a_stranger_approves_nothing(stranger, mo, draft, client):
    editor = make_editor(mo)
    section_of(mo).get_workflow().start(draft, editor)
    task_state = TaskState.objects.get()

    for view in ("workflow_action", "collect_workflow_action_data"):
        address = reverse(f"wagtailadmin_pages:{view}", args=[draft.pk, "approve", task_state.pk])
        assert client.post(address).status_code == 404
    assert client.get(
        reverse("wagtailadmin_pages:workflow_preview", args=[draft.pk, task_state.task_id])
    ).status_code == 404  # fmt: skip
    draft.refresh_from_db()
    assert not draft.live


def test_a_stranger_approves_nothing_by_the_way_of_a_page_of_their_own(stranger, mo, lotsen, draft, client):
    section_of(mo).get_workflow().start(draft, make_editor(mo))
    own = make_page(section_of(lotsen), "Eigenes", live=False)
    section_of(lotsen).get_workflow().start(own, stranger)
    foreign_task = TaskState.objects.get(workflow_state__object_id=str(draft.pk))

    client.post(reverse("wagtailadmin_pages:workflow_action", args=[own.pk, "approve", foreign_task.pk]))

    draft.refresh_from_db()
    own.refresh_from_db()
    assert not draft.live
    assert not own.live


# --- What a stranger must not see ----------------------------------------------------------------
LISTS = [
    "/redaktion/",
    "/redaktion/pages/",
    f"/redaktion/pages/search/?q={DRAFT_TITLE[:7]}",
    f"/redaktion/pages/search/results/?q={RENAMED[:9]}",
    "/redaktion/api/main/pages/?limit=20",
    "/redaktion/choose-page/",
    "/redaktion/choose-page/?page_type=pages.standardpage",
    f"/redaktion/choose-page/search/?q={DRAFT_TITLE[:7]}",
    "/redaktion/choose-page/search/?q=Vereine",
    "/redaktion/reports/site-history/",
    "/redaktion/reports/locked/",
    "/redaktion/reports/aging-pages/",
    "/redaktion/reports/workflow/",
    "/redaktion/reports/workflow_tasks/",
    "/redaktion/reports/page-types-usage/",
    "/redaktion/pages/usage/pages/standardpage/",
]


def test_no_list_tells_a_stranger_of_a_draft(stranger, mo, draft, published, client):
    draft.locked = True
    draft.save()
    section_of(mo).get_workflow().start(draft, make_editor(mo))
    make_page(published, "Vereine auflösen")  # a published page below the one that is being renamed
    draft.save_revision()  # the page of its type that was edited last

    texts = {address: client.get(address, follow=True).content.decode() for address in LISTS}

    assert [address for address, text in texts.items() if DRAFT_TITLE in text] == []
    assert [address for address, text in texts.items() if RENAMED in text] == []


def test_the_lists_show_their_own_drafts_to_an_insider(insider, draft, published, client):
    """So that the test above does not pass because the lists are empty."""
    texts = {address: client.get(address, follow=True).content.decode() for address in LISTS}

    assert "Vereine" in texts["/redaktion/choose-page/search/?q=Vereine"]
    assert DRAFT_TITLE in texts[f"/redaktion/pages/search/?q={DRAFT_TITLE[:7]}"]
    assert DRAFT_TITLE in texts["/redaktion/reports/site-history/"]
    assert DRAFT_TITLE in texts["/redaktion/pages/usage/pages/standardpage/"]


def test_a_chooser_offers_what_other_units_have_published(stranger, mo, published, client):
    address = reverse("wagtailadmin_choose_page_child", args=[section_of(mo).pk])

    text = client.get(address).json()["html"]

    assert "Vereine gründen" in text
    assert RENAMED not in text


def test_a_chooser_does_not_confirm_a_foreign_draft(stranger, draft, client):
    response = client.get(reverse("wagtailadmin_choose_page_chosen_multiple"), {"id": draft.pk})

    assert response.status_code == 404


def test_a_chooser_offers_no_page_that_is_not_for_everybody(stranger, published, client):
    published.view_restrictions.create(restriction_type="login")

    response = client.get(reverse("wagtailadmin_choose_page_search"), {"q": "Vereine"})

    assert "Vereine gründen" not in response.content.decode()


# --- What insiders can do ------------------------------------------------------------------------
def test_an_editor_writes_and_submits_but_does_not_publish(client, mo):
    editor = make_editor(mo)
    client.force_login(editor)
    page = make_page(section_of(mo), live=False)
    permissions = page.permissions_for_user(editor)

    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    assert permissions.can_edit()
    assert permissions.can_submit_for_moderation()
    assert not permissions.can_publish()
    assert not permissions.can_unpublish()


def test_a_publisher_approves_what_an_editor_submitted(client, insider, mo):
    page = make_page(section_of(mo), live=False)
    section_of(mo).get_workflow().start(page, make_editor(mo))
    task_state = TaskState.objects.get()

    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk]))

    page.refresh_from_db()
    assert page.live


def test_a_publisher_reaches_every_view_of_the_own_pages(insider, published, client):
    views = ["edit", "view_draft", "history", "workflow_history", "usage", "copy", "move", "delete", "unpublish"]
    answers = [client.get(reverse(f"wagtailadmin_pages:{view}", args=[published.pk])).status_code for view in views]

    assert answers == [200] * len(views)


def test_a_publisher_sees_the_own_drafts_in_explorer_and_chooser(insider, mo, draft, client):
    explorer = client.get(reverse("wagtailadmin_explore", args=[section_of(mo).pk]))
    chooser = client.get(reverse("wagtailadmin_choose_page_child", args=[section_of(mo).pk]))

    assert DRAFT_TITLE in explorer.content.decode()
    assert DRAFT_TITLE in chooser.json()["html"]


def test_a_publisher_takes_several_own_pages_offline_at_once(insider, mo, published, client):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    client.post(f"{address}?id=all&childOf={section_of(mo).pk}")

    published.refresh_from_db()
    assert not published.live


def test_nobody_of_a_unit_writes_the_shared_home_page(insider, home, client):
    permissions = home.permissions_for_user(insider)

    assert not permissions.can_edit()
    assert not permissions.can_add_subpage()
    assert client.get(reverse("wagtailadmin_pages:view_draft", args=[home.pk])).status_code in {302, 403, 404}


def test_a_publisher_neither_deletes_nor_moves_the_own_section(insider, mo):
    permissions = Page.objects.get(pk=section_of(mo).pk).permissions_for_user(insider)

    assert permissions.can_edit()
    assert not permissions.can_delete()
    assert not permissions.can_move()


def test_an_administrator_sees_everything(admin_client, draft):
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).status_code == 200
    assert DRAFT_TITLE in admin_client.get("/redaktion/reports/page-types-usage/").content.decode()


# --- Provisioning --------------------------------------------------------------------------------
def granted(unit, language):
    section = section_of(unit, language)
    return {
        (row.group_id, row.permission.codename)
        for row in GroupPagePermission.objects.filter(page=section).select_related("permission")
    }


def test_every_language_has_a_section_with_the_same_permissions(mo, lotsen, english):
    for unit in (mo, lotsen):
        assert granted(unit, "en") == granted(unit, "de") == {
            *[(unit.editors_group_id, f"{action}_page") for action in EDITOR_ACTIONS],
            *[(unit.publishers_group_id, f"{action}_page") for action in PUBLISHER_ACTIONS],
        }  # fmt: skip
        assert section_of(unit, "en").translation_key == section_of(unit, "de").translation_key
        assert section_of(unit, "en").get_parent().locale.language_code == "en"


def test_a_third_unit_gets_its_sections_in_one_call(english):
    third = make_unit("jugend")

    assert granted(third, "de") == granted(third, "en")
    assert len(granted(third, "en")) == 7


def test_each_unit_has_one_workflow_of_its_publishers(mo, lotsen, english):
    workflows = {
        unit.code: {section_of(unit, language).get_workflow() for language in ("de", "en")} for unit in (mo, lotsen)
    }

    assert [len(found) for found in workflows.values()] == [1, 1]
    assert workflows["mo"] != workflows["lotsen"]
    for unit in (mo, lotsen):
        (workflow,) = workflows[unit.code]
        (task,) = [task.specific for task in workflow.tasks]
        assert [group.pk for group in task.groups.all()] == [unit.publishers_group_id]


def test_provisioning_twice_changes_nothing(mo, lotsen, english):
    before = (GroupPagePermission.objects.count(), SectionPage.objects.count(), WorkflowPage.objects.count())

    make_unit("mo")

    assert (GroupPagePermission.objects.count(), SectionPage.objects.count(), WorkflowPage.objects.count()) == before


def test_a_home_page_translated_by_hand_comes_with_sections(home, mo):
    Locale.objects.bulk_create([Locale(language_code="en")])  # no signal, as from a fixture
    home.refresh_from_db()

    english_home = home.copy_for_translation(Locale.objects.get(language_code="en"))

    assert [child.specific.unit for child in english_home.get_children()] == [mo]
    make_page(english_home, "Another page")  # the tree still counts its children right
    assert Page.find_problems() == ([], [], [], [], [])
