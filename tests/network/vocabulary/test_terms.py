"""The words every installation starts with, and how a term is read."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from network.vocabulary.forms import NamesField
from network.vocabulary.models import TERM_MODELS, EventFormat, Language, TargetGroup, Topic
from network.vocabulary.services import terms_load
from tests.factories.vocabulary import TopicFactory

pytestmark = pytest.mark.django_db


def test_the_formats_of_the_field_are_there():
    assert list(EventFormat.objects.values_list("code", flat=True)) == [
        "networking_meeting",
        "thematic_exchange",
        "symposium_day",
        "workshop",
        "basic_training",
        "advanced_seminar",
        "reflection_session",
        "consultation_hour",
        "information_event",
        "certificate_ceremony",
    ]


def test_everyone_is_a_target_group_and_the_first():
    assert TargetGroup.objects.first().name == "Alle"


def test_topics_cover_what_both_units_offer():
    expected = {"education", "work", "health", "anti_discrimination", "founding_association", "fundraising"}
    assert expected <= set(Topic.objects.values_list("code", flat=True))


def test_languages_start_with_german_and_follow_the_alphabet():
    names = list(Language.objects.values_list("name", flat=True))
    assert names[:3] == ["Deutsch", "Deutsche Gebärdensprache (DGS)", "Albanisch"]
    assert names[2:] == sorted(names[2:], key=lambda name: name.replace("Ü", "U"))
    assert Language.objects.get(code="kmr").own_name == "Kurmancî"


@pytest.mark.parametrize("model", TERM_MODELS)
def test_shipped_terms_are_translated(model):
    for term in model.objects.all():
        assert term.label("en")
        assert any("\u0600" <= sign <= "\u06ff" for sign in term.label("ar")), term.code
        assert term.label("de") == term.name


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Health"),
        ("EN-gb", "Health"),
        ("de", "Gesundheit"),
        ("de-simple", "Gesundheit"),
        ("tr", "Gesundheit"),
        ("kmr-latn", "Gesundheit"),
    ],
)
def test_a_label_falls_back_to_its_base_language_and_then_to_german(language, expected):
    assert Topic.objects.get(code="health").label(language) == expected


def test_leichte_sprache_has_names_of_its_own_and_the_form_keeps_them():
    topic = Topic.objects.get(code="founding_association")
    assert topic.label("de-simple") == "Einen Verein gründen"
    assert NamesField().clean({"de-simple": "Einen Verein gründen"}) == {"de-simple": "Einen Verein gründen"}


def test_without_a_language_the_page_decides():
    topic = Topic.objects.get(code="health")
    with translation.override("en"):
        assert (topic.label(), str(topic)) == ("Health", "Health")
    with translation.override(None):
        assert str(topic) == "Gesundheit"


def test_an_empty_translation_is_none():
    assert TopicFactory(name="Umwelt", names={"en": ""}).label("en") == "Umwelt"


def test_loading_again_adds_what_is_missing_and_leaves_the_editors_work():
    Topic.objects.filter(code="health").update(name="Gesund bleiben", is_active=False, position=1)
    Topic.objects.filter(code="sport").delete()
    assert terms_load() == 1
    health = Topic.objects.get(code="health")
    assert (health.name, health.is_active, health.position) == ("Gesund bleiben", False, 1)
    assert Topic.objects.filter(code="sport").exists()
    assert terms_load() == 0


def test_what_is_switched_off_is_no_longer_offered():
    off = TopicFactory(switched_off=True)
    assert off in Topic.objects.all()
    assert off not in Topic.objects.active()


@pytest.mark.parametrize("wrong", [{"code": ""}, {"name": ""}, {"code": "health"}, {"name": "Gesundheit"}])
def test_the_database_refuses_empty_and_doubled_terms(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        TopicFactory(**wrong)


def test_a_language_needs_an_iso_code():
    with pytest.raises(IntegrityError, match="iso_639_3"), transaction.atomic():
        Language.objects.create(code="vi", name="Vietnamesisch", own_name="Tiếng Việt")
