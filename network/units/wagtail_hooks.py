from wagtail import hooks

from network.units.bulk_actions import UnitDeleteBulkAction

hooks.register("register_bulk_action", UnitDeleteBulkAction, order=100)  # in the place of Wagtail's own
