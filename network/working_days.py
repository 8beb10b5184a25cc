"""Days on which an office in Hessen is open: Monday to Friday without the public holidays of the state."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

SATURDAY = 5


@lru_cache(maxsize=1)
def _holidays() -> holidays.HolidayBase:
    """Fills itself year by year. Feiertagsgesetz Hessen, section 1."""
    return holidays.country_holidays("DE", subdiv="HE")


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in _holidays()


def working_days_between(first: date, last: date) -> int:
    """Working days after `first`, up to and with `last` (both Europe/Berlin); 0 when `last` is not later."""
    return sum(is_working_day(first + timedelta(days=nth)) for nth in range(1, (last - first).days + 1))
