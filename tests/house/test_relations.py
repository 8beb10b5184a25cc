"""Model relations keep the same order as imports: a foreign key by string escapes import-linter."""

import pytest
from django.apps import apps
from django.db import models

from tests.house.conftest import PACKAGES


def _own(model):
    return model._meta.app_config.name.split(".")[0] in PACKAGES


def _relations():
    """(model, field name, model it points to) of every relation that starts in one of our apps."""
    for model in filter(_own, apps.get_models(include_auto_created=True)):
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if isinstance(field, models.ForeignKey | models.ManyToManyField) and field.related_model:
                yield model, field.name, field.related_model


def _place(module, layers):
    """Where an app stands: the row of its package and its own row inside. Others' apps lie below all."""
    package, *rest = module.split(".")
    if package not in PACKAGES:
        return (99, 99)
    row = next(number for number, names in enumerate(layers("")) if package in names)
    inside = [{"demo"}] if package == "config" else layers(package)
    return row, next(number for number, names in enumerate(inside) if rest[0] in names)


def points_down(source, target, layers):
    return source == target or _place(source, layers) < _place(target, layers)


@pytest.mark.parametrize(
    ("source", "target", "allowed"),
    [
        ("events.registration", "network.accounts", True),
        ("events.registration", "events.programme", True),
        ("network.accounts", "network.accounts", True),
        ("network.organisations", "django.contrib.auth", True),
        ("network.accounts", "events.programme", False),
        ("events.calendars", "events.programme", False),
        ("network.messaging", "network.accounts", False),
        ("network.units", "network.places", False),  # siblings know nothing of each other
        ("events.programme", "cms.media", False),
    ],
)
def test_the_order_is_read_rightly(layers, source, target, allowed):
    assert points_down(source, target, layers) is allowed


def test_every_relation_points_down(layers):
    relations = list(_relations())
    assert len(relations) > 20
    wrong = [
        f"{model._meta.label}.{name} → {target._meta.label}"
        for model, name, target in relations
        if not points_down(model._meta.app_config.name, target._meta.app_config.name, layers)
    ]
    assert wrong == []
