from tests.factories.pages import english, home, lotsen, mo

__all__ = ["english", "home", "lotsen", "mo"]
