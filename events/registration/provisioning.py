"""What a unit's groups may do with registrations."""

from events.registration.models import Registration
from network.units.models import EditorialUnit
from network.units.services import model_permissions_grant


def grant_registrations(unit: EditorialUnit) -> None:
    """Both groups see who comes to what their unit hosts."""
    for group in (unit.editors_group, unit.publishers_group):
        model_permissions_grant(group, Registration, ["view"])
