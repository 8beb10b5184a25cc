"""What a unit's groups may do with events."""

from events.programme.models import Event
from network.units.models import EditorialUnit
from network.units.services import model_permissions_grant


def grant_events(unit: EditorialUnit) -> None:
    """Editors write drafts; publishers publish, move and cancel too."""
    model_permissions_grant(unit.editors_group, Event, ["view", "add", "change", "delete"])
    model_permissions_grant(unit.publishers_group, Event, ["view", "add", "change", "delete", "publish"])
