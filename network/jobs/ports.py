"""The port through which every slice asks for work by the clock."""

from dataclasses import dataclass

from network.registry import Registry

LONGEST_INTERVAL = 32_767
"""Minutes; what django-q's small integer column holds (22 days)."""


@dataclass(frozen=True)
class PeriodicJob:
    """A task that a worker starts every `minutes` minutes, for as long as the job is registered.

    `func` is a dotted path to a function without arguments that may run twice or late without harm:
    a killed worker repeats it, a stopped one skips it.
    """

    name: str
    func: str
    minutes: int

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= LONGEST_INTERVAL:
            raise ValueError(f"{self.name}: {self.minutes} minutes is not between 1 and {LONGEST_INTERVAL}")


periodic_jobs: Registry[PeriodicJob] = Registry("periodic jobs")
