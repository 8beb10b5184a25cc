"""Editors keep the lists themselves: adding a format needs no new version of the program."""

import pytest
from django.contrib.auth import get_user_model
from django.db.models import ProtectedError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from events.programme.models import Event
from network.units.services import unit_create, units_provision
from network.vocabulary.models import EventFormat, Language, Topic
from tests.factories.vocabulary import TopicFactory


@pytest.fixture
def unit(db):
    return unit_create(code="mo", name="Migrantenorganisationen", carrier="beramí e.V.", contact_email="mo@example.org")


@pytest.fixture
def sign_in(client, unit):
    def as_member_of(*groups, **fields):
        user = get_user_model().objects.create_user("someone@example.org", **fields)
        user.groups.set(groups)
        client.force_login(user)
        return user

    return as_member_of


@pytest.fixture
def publisher(sign_in, unit):
    return sign_in(unit.publishers_group)


@pytest.fixture
def editor(sign_in, unit):
    return sign_in(unit.editors_group)


def filled_in(**changes):
    return {
        "name": "Stammtisch",
        "code": "",
        "position": "1000",
        "is_active": "on",
        "names-en": "Regulars' table",
    } | changes


def test_a_publisher_adds_a_format(client, publisher):
    response = client.post(reverse("eventformat:add"), filled_in())
    assert response.status_code == 302, response.context["form"].errors
    term = EventFormat.objects.get(name="Stammtisch")
    assert (term.code, term.names) == ("stammtisch", {"en": "Regulars' table"})
    assertContains(client.get(reverse("eventformat:index")), "Stammtisch")


def test_a_publisher_renames_and_switches_off_but_the_code_stays(client, publisher):
    workshop = EventFormat.objects.get(code="workshop")
    edit = reverse("eventformat:edit", args=[workshop.pk])
    answers = filled_in(name="Werkstatt", code="werkstatt", **{"names-ar": "\u202eورشة"})
    del answers["is_active"]
    assert client.post(edit, answers).status_code == 302
    workshop.refresh_from_db()
    assert (workshop.code, workshop.name, workshop.is_active) == ("workshop", "Werkstatt", False)
    assert workshop.names == {"en": "Regulars' table", "ar": "ورشة"}


def test_the_form_shows_every_language_with_a_label_in_its_own_direction(client, publisher):
    term = TopicFactory(names={"ar": "بيئة", "fa": "محیط زیست"})
    page = client.get(reverse("topic:edit", args=[term.pk]))
    assertContains(page, "Arabisch")
    assertContains(page, 'id="id_names-ar"')
    assertContains(page, 'for="id_names-ar"')
    assertContains(page, 'value="محیط زیست"')  # nobody asked for Persian, but it is there and stays
    assertContains(page, 'lang="ar"\n               dir="rtl"')


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"name": "\u200b"}, "name", "Bitte schreiben Sie einen Namen."),
        ({"name": "تعليم"}, "code", "Bitte schreiben Sie ein Kürzel"),
        ({"code": "Groß!"}, "code", "gültig"),
        ({"code": "workshop"}, "code", "existiert bereits"),
        ({"name": "Workshop"}, "name", "existiert bereits"),
        ({"names-en": "x" * 121}, "names", "ist zu lang"),
    ],
)
def test_a_mistake_is_named_at_its_field_and_nothing_is_lost(client, publisher, changes, field, message):
    before = EventFormat.objects.count()
    response = client.post(reverse("eventformat:add"), filled_in(**changes))
    errors = response.context["form"].errors
    assert message in " ".join(errors.get(field, []) + errors.get("__all__", [])), errors
    assertContains(response, changes.get("names-en", "Regulars&#x27; table"))
    assert EventFormat.objects.count() == before


def test_a_language_that_nobody_speaks_is_not_stored(client, publisher):
    client.post(reverse("eventformat:add"), filled_in(**{"names-xx": "?", "names-__proto__": "?"}))
    assert EventFormat.objects.get(name="Stammtisch").names == {"en": "Regulars' table"}


def test_a_name_becomes_a_readable_code(client, publisher):
    client.post(reverse("topic:add"), filled_in(name="Übergänge & Lots*innen groß"))
    assert Topic.objects.get(name="Übergänge & Lots*innen groß").code == "uebergaenge_lotsinnen_gross"


def test_a_language_keeps_its_code_of_the_world(client, publisher):
    answers = filled_in(name="Vietnamesisch", own_name="Tiếng Việt")
    response = client.post(reverse("language:add"), answers)
    assert "code" in response.context["form"].errors
    response = client.post(reverse("language:add"), answers | {"code": "vi"})
    assert "ISO 639-3" in response.context["form"].errors["code"][0]
    assert client.post(reverse("language:add"), answers | {"code": "vie"}).status_code == 302
    assert Language.objects.get(code="vie").own_name == "Tiếng Việt"


def refused(response):
    return response.status_code == 302 and response.url == reverse("wagtailadmin_home")


def test_an_editor_reads_and_changes_nothing(client, editor):
    term = Topic.objects.first()
    assert client.get(reverse("topic:index")).status_code == 200
    assert refused(client.post(reverse("topic:add"), filled_in()))
    assert refused(client.post(reverse("topic:edit", args=[term.pk]), filled_in()))
    assert refused(client.post(reverse("topic:delete", args=[term.pk])))
    assert Topic.objects.filter(pk=term.pk, name=term.name).exists()


def test_a_publisher_deletes_nothing(client, publisher):
    term = Topic.objects.first()
    assert refused(client.post(reverse("topic:delete", args=[term.pk])))
    assert Topic.objects.filter(pk=term.pk).exists()


def test_an_administrator_deletes_what_nobody_uses(client, sign_in):
    sign_in(is_superuser=True)
    term = TopicFactory()
    assert client.post(reverse("topic:delete", args=[term.pk])).status_code == 302
    assert not Topic.objects.filter(pk=term.pk).exists()


@pytest.fixture
def event(db):
    """A meeting that uses a format (foreign key) and a topic (many-to-many)."""
    event = Event(title="Treffen", format=EventFormat.objects.get(code="workshop"))
    event.topics = [Topic.objects.get(code="health")]
    event.save()
    return event


@pytest.mark.parametrize(("model", "code"), [(EventFormat, "workshop"), (Topic, "health")])
def test_a_term_in_use_is_not_deleted_and_the_administrator_reads_why(client, sign_in, event, model, code):
    sign_in(is_superuser=True)
    term = model.objects.get(code=code)
    with pytest.raises(ProtectedError):
        term.delete()
    name = model._meta.model_name
    response = client.post(reverse(f"{name}:delete", args=[term.pk]), follow=True)
    assert response.redirect_chain[-1][0] == reverse(f"{name}:edit", args=[term.pk])
    assertContains(response, "wird noch benutzt")
    assert model.objects.filter(code=code).exists()
    event.refresh_from_db()
    assert [topic.code for topic in event.topics.all()] == ["health"]


def test_a_term_that_was_used_can_be_switched_off_and_stays_where_it_is(client, publisher, event):
    health = Topic.objects.get(code="health")
    answers = filled_in(name=health.name)
    del answers["is_active"]
    assert client.post(reverse("topic:edit", args=[health.pk]), answers).status_code == 302
    assert health not in Topic.objects.active()
    assert list(event.topics.all()) == [health]


def test_someone_of_no_unit_has_no_list(client, sign_in):
    sign_in()
    assert client.get(reverse("topic:index")).status_code in {302, 403}


def test_the_menu_shows_the_lists_to_the_units(client, editor):
    assertContains(client.get(reverse("wagtailadmin_home")), "Begriffe")
    assertNotContains(client.get(reverse("wagtailadmin_home")), reverse("topic:add"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_however_long_it_is(client, publisher, rows, django_assert_num_queries):
    Topic.objects.all().delete()
    TopicFactory.create_batch(rows)
    client.get(reverse("topic:index"))  # warms what is cached per process
    with django_assert_num_queries(11):
        assertContains(client.get(reverse("topic:index")), "Begriff ", count=None)


def test_granting_again_grants_the_same(unit):
    before = set(unit.publishers_group.permissions.values_list("codename", flat=True))
    units_provision()
    assert set(unit.publishers_group.permissions.values_list("codename", flat=True)) == before
    assert {"add_topic", "change_eventformat", "view_language"} <= before
    assert not any(code.startswith("delete_") and code.endswith(("topic", "eventformat")) for code in before)
