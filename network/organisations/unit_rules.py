"""Which unit looks after which kind of organisation."""

from django.db.models import QuerySet

from network.organisations.enums import FIRST_UNIT_CODE_BY_KIND
from network.organisations.models import UnitRule
from network.units.models import EditorialUnit


def unit_rules_provide(unit: EditorialUnit) -> None:
    """The rules a new house begins with. A rule that is there stays as administrators set it."""
    for kind, code in FIRST_UNIT_CODE_BY_KIND.items():
        if code == unit.code:
            UnitRule.objects.get_or_create(
                kind=kind, defaults={"unit": unit, "applicants_choose": kind == "family_centre"}
            )


def unit_for(kind: str, wish: EditorialUnit | None = None) -> EditorialUnit:
    """The unit that looks after organisations of this kind; `wish` counts where applicants may choose."""
    rule = UnitRule.objects.select_related("unit").get(kind=kind)
    return wish if wish is not None and rule.applicants_choose else rule.unit


def units_to_choose() -> QuerySet[EditorialUnit]:
    """What applicants may choose from: nothing, as long as no rule lets them."""
    everything = EditorialUnit.objects.order_by("name")
    return everything if UnitRule.objects.filter(applicants_choose=True).exists() else everything.none()
