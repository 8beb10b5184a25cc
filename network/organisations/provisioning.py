"""What a unit's groups may do with organisations."""

from network.organisations.models import Organisation, OrganisationApplication
from network.organisations.unit_rules import unit_rules_provide
from network.units.models import EditorialUnit
from network.units.services import model_permissions_grant


def grant_organisations(unit: EditorialUnit) -> None:
    """Both groups see applications and organisations of their unit; organisations they may mend."""
    for group in (unit.editors_group, unit.publishers_group):
        model_permissions_grant(group, OrganisationApplication, ["view"])
        model_permissions_grant(group, Organisation, ["view", "change"])
    unit_rules_provide(unit)
