"""No slice stores something about people that it does not show and erase."""

from django.apps import apps
from django.db import models

from network.accounts.models import Person, User
from network.privacy.ports import personal_data

NAMES_OF_PEOPLE = {"email", "contact_email", "contact_name", "recipient", "phone", "first_name", "last_name"}

NOT_ABOUT_MEMBERS = {
    "units.EditorialUnit.contact_email": "the shared mailbox of an office",
    "pages.LegalNoticeCarrier.email": "the carrier's imprint, which the law asks for (section 5 DDG)",
}
"""Columns with an address that are nobody's personal data in this product, each with its reason."""


def relations_to_people():
    """Every column that points at a person or an account, hidden ones too."""
    for model in (Person, User):
        for relation in model._meta.get_fields(include_hidden=True):
            if isinstance(relation, models.ForeignObjectRel):
                yield f"{relation.related_model._meta.label}.{relation.field.name}"


def columns_with_people():
    """Every column that by its type or name holds an address or a name."""
    for model in apps.get_models(include_auto_created=True):
        for column in model._meta.local_concrete_fields:
            if isinstance(column, models.EmailField) or column.name in NAMES_OF_PEOPLE:
                yield f"{model._meta.label}.{column.name}"


def answered_for():
    return set().union(*(provider.columns for provider in personal_data))


def test_every_column_about_people_has_a_provider():
    found = {*relations_to_people(), *columns_with_people()}
    assert len(found) > 25
    assert found - answered_for() - set(NOT_ABOUT_MEMBERS) == set()


def test_no_provider_answers_for_a_column_that_is_gone():
    known = {
        f"{model._meta.label}.{column.name}"
        for model in apps.get_models(include_auto_created=True)
        for column in model._meta.local_fields
    }
    assert answered_for() - known == set()
    assert set(NOT_ABOUT_MEMBERS) - known == set()


def test_no_column_has_two_providers():
    columns = [column for provider in personal_data for column in provider.columns]
    assert sorted(columns) == sorted(set(columns))


def test_the_account_comes_last_because_what_the_others_keep_decides_what_is_left():
    assert personal_data.names()[-1] == "account"


def test_what_stays_says_why_and_until_when():
    for provider in personal_data:
        for rule in provider.retains:
            assert str(rule.what)
            assert str(rule.reason)
            assert str(rule.until)
