"""The lists a new installation starts with, and who may change them."""

import json
from pathlib import Path

from django.apps import apps as current_apps
from django.apps.registry import Apps
from django.db import transaction

from network.units.models import EditorialUnit
from network.units.services import model_permissions_grant
from network.vocabulary.models import TERM_MODELS

TERMS = Path(__file__).parent / "data" / "terms.json"
STEP = 10  # room between two positions, so that editors can put a term between them


@transaction.atomic
def terms_load(*, registry: Apps = current_apps) -> int:
    """Add the terms of the shipped lists that are missing; the number added.

    What is there stays as the editors left it: renamed, reordered or switched off. The order is that of the file
    unless a row names its position (languages follow the alphabet after German). `registry` is the migration's own
    when a migration calls.
    """
    added = 0
    for name, rows in json.loads(TERMS.read_text(encoding="utf-8")).items():
        model = registry.get_model("vocabulary", name)
        known = set(model._default_manager.values_list("code", flat=True))
        terms = [
            model(**{"position": place * STEP, **row})
            for place, row in enumerate(rows, start=1)
            if row["code"] not in known
        ]
        model._default_manager.bulk_create(terms)
        added += len(terms)
    return added


def term_permissions_grant(unit: EditorialUnit) -> None:
    """Editors read the lists, publishers add and change terms. Nobody of a unit deletes: terms are switched off.

    Safe to run again.
    """
    for model in TERM_MODELS:
        model_permissions_grant(unit.editors_group, model, ["view"])
        model_permissions_grant(unit.publishers_group, model, ["view", "add", "change"])
