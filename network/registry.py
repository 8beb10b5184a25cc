"""The one small class behind every port.

A lower slice that needs to know the upper ones owns a typed Protocol and a `Registry` of it;
the upper slices register in `AppConfig.ready()`. So imports keep pointing downwards only.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """An ordered collection of providers, each under a unique name.

    >>> greetings: Registry[str] = Registry("greetings")
    >>> greetings.register("de", "Guten Tag")
    >>> list(greetings)
    ['Guten Tag']
    """

    def __init__(self, port: str) -> None:
        self.port = port
        self._providers: dict[str, T] = {}

    def register(self, name: str, provider: T) -> None:
        """Add `provider` under `name`. Raises `ValueError` when the name is taken.

        A silent replacement would let one slice switch off another one's retention rule.
        """
        if name in self._providers:
            raise ValueError(f"{self.port}: {name!r} is registered twice")
        self._providers[name] = provider

    def unregister(self, name: str) -> None:
        """Remove the provider again; for tests that register their own."""
        del self._providers[name]

    def get(self, name: str) -> T:
        """The provider under `name`. Raises `KeyError` when there is none."""
        return self._providers[name]

    def names(self) -> list[str]:
        """All names, in the order of registration."""
        return list(self._providers)

    def __iter__(self) -> Iterator[T]:
        return iter(self._providers.values())

    def __len__(self) -> int:
        return len(self._providers)
