"""Accounts in the Wagtail admin are the administrators' business, in bulk too."""

from wagtail import hooks
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction

from network.units.bulk_actions import OwnRowsMixin

for action in (AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction):
    hooks.register("register_bulk_action", type(action.__name__, (OwnRowsMixin, action), {}), order=100)
