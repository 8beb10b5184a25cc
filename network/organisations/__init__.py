"""Organisations, who acts for them, how they join, and the members' home."""
