"""How upper slices grant a unit's groups what belongs to them."""

from typing import Protocol

from network.registry import Registry
from network.units.models import EditorialUnit


class UnitProvisioner(Protocol):
    """Grants one slice's permissions to the groups of `unit`. Must be safe to run again."""

    def __call__(self, unit: EditorialUnit) -> None: ...


unit_provisioners: Registry[UnitProvisioner] = Registry("unit_provisioners")
