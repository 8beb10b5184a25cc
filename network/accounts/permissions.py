"""Who someone is to the product, apart from organisations and units."""

from typing import Any

from network.accounts.models import Person


def person_of(user: Any) -> Person | None:
    """The person behind a signed-in account, or None for a visitor or a bare account."""
    if not user.is_authenticated:
        return None
    return getattr(user, "person", None)


def needs_second_factor(user: Any) -> bool:
    """Whether the account opens the editors' desk: it shows other people's data and writes for the public."""
    return bool(user.is_authenticated and user.has_perm("wagtailadmin.access_admin"))
