"""Who reads and answers reports of barriers."""

from typing import Any

from network.units.selectors import units_of


def may_answer(user: Any) -> bool:
    """Editors and publishers of every unit, and administrators: the website belongs to all of them."""
    return user.is_authenticated and units_of(user).exists()
