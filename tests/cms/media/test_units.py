"""The units' media are apart: each sees, uses and keeps its own, in lists and in choosers."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from network.units.services import units_provision
from tests.factories.media import DocumentFactory, ImageFactory, picture_file

KINDS = {"images": ImageFactory, "docs": DocumentFactory}


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


@pytest.fixture
def ours(kind, mo):
    return KINDS[kind](collection=mo.collection, title="Unseres")


@pytest.fixture
def theirs(kind, lotsen):
    return KINDS[kind](collection=lotsen.collection, title="Ihres")


@pytest.fixture
def shared(kind, db):
    return KINDS[kind](collection=Collection.get_first_root_node(), title="Ohne Bereich")


def address(kind, name, *args):
    return reverse(f"wagtail{kind}:{name}", args=args)


def chooser(kind, name, *args):
    return reverse(f"wagtail{kind}_chooser:{name}", args=args)


@pytest.mark.parametrize("step", ["choose", "choose_results"])
def test_the_chooser_shows_the_own_collection_only(client, editor, kind, ours, theirs, shared, step):
    page = client.get(chooser(kind, step)).content.decode()
    assert "Unseres" in page
    assert "Ihres" not in page
    assert "Ohne Bereich" not in page


def test_searching_in_the_chooser_finds_nothing_of_the_others(client, editor, kind, theirs, lotsen):
    found = client.get(chooser(kind, "choose_results"), {"q": "Ihres"}).context["results"]
    assert list(found) == []
    narrowed = client.get(chooser(kind, "choose_results"), {"collection_id": lotsen.collection_id})
    assert "Ihres" not in narrowed.content.decode()


def test_choosing_by_number_is_refused(client, editor, kind, ours, theirs):
    assert client.get(chooser(kind, "chosen", ours.pk)).status_code == 200
    assert refused(client.get(chooser(kind, "chosen", theirs.pk)))
    many = client.get(chooser(kind, "chosen_multiple"), {"id": [ours.pk, theirs.pk]}).content.decode()
    assert "Unseres" in many
    assert "Ihres" not in many


def test_choosing_a_format_by_number_is_refused(client, editor, mo, lotsen):
    ours = ImageFactory(collection=mo.collection)
    theirs = ImageFactory(collection=lotsen.collection)
    answer = {"image-chooser-insertion-format": "left", "image-chooser-insertion-alt_text": "x"}
    assert client.get(chooser("images", "select_format", ours.pk)).status_code == 200
    assert refused(client.get(chooser("images", "select_format", theirs.pk)))
    assert refused(client.post(chooser("images", "select_format", theirs.pk), answer))
    assert client.get(chooser("images", "select_format", theirs.pk + 999)).status_code == 404


def test_the_list_shows_what_the_role_may_keep_in_order(client, user_of, mo, kind, ours, theirs):
    client.force_login(user_of(mo.publishers_group))
    page = client.get(address(kind, "index")).content.decode()
    assert "Unseres" in page
    assert "Ihres" not in page


def refused(response):
    """Wagtail's admin sends away with a message instead of a bare 403."""
    return response.status_code == 403 or (response.status_code == 302 and response.url == reverse("wagtailadmin_home"))


def may(client, kind, action, thing):
    return not refused(client.get(address(kind, action, thing.pk)))


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_who_may_change_and_delete(client, user_of, mo, lotsen, kind, ours, theirs, action):
    own = KINDS[kind](collection=mo.collection, uploaded_by_user=user_of(mo.editors_group))
    expected = {  # role: (uploaded by oneself, by a colleague, by the other unit)
        "own editor": (own.uploaded_by_user, (True, False, False)),
        "other editor": (user_of(mo.editors_group), (False, False, False)),
        "publisher": (user_of(mo.publishers_group), (True, True, False)),
        "the others' publisher": (user_of(lotsen.publishers_group), (False, False, True)),
    }
    for role, (user, answers) in expected.items():
        client.force_login(user)
        assert tuple(may(client, kind, action, thing) for thing in (own, ours, theirs)) == answers, role


def test_nothing_can_be_put_into_the_others_collection(client, editor, kind, lotsen):
    assert "WIR Lotsen" not in client.get(address(kind, "add")).content.decode()
    file = picture_file() if kind == "images" else SimpleUploadedFile("brief.txt", b"Hallo")
    answers = {"title": "x", "credit": "x", "licence": "x", "file": file, "collection": lotsen.collection_id}
    client.post(address(kind, "add"), answers)
    assert not KINDS[kind]._meta.model.objects.filter(collection=lotsen.collection).exists()


def test_a_visitor_and_a_member_without_unit_choose_nothing(client, user_of, kind, ours):
    assert client.get(chooser(kind, "chosen", ours.pk)).status_code in {302, 403}
    client.force_login(user_of())
    assert client.get(chooser(kind, "chosen", ours.pk)).status_code in {302, 403}


def test_granting_again_grants_the_same(mo, lotsen):
    before = set(GroupCollectionPermission.objects.values_list("group", "collection", "permission"))
    units_provision()
    assert set(GroupCollectionPermission.objects.values_list("group", "collection", "permission")) == before
    media = GroupCollectionPermission.objects.filter(
        permission__content_type__app_label__in=("wagtailimages", "wagtaildocs")
    )
    assert media.filter(collection=mo.collection).count() == 4 + 6
    root = Collection.get_first_root_node()
    assert not media.filter(collection=root, group__in=(mo.editors_group, mo.publishers_group)).exists()
