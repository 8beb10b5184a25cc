"""Writes docs/permissions.md from the predicates: `make permissions`.

The predicates are asked on samples in a database, so it is the test that compares which writes.
"""

import sys

import pytest


class Writing:
    """Tells the test to write instead of to complain."""

    def pytest_addoption(self, parser: pytest.Parser) -> None:
        parser.addoption("--write-permissions", action="store_true")


def main() -> None:
    """Exit with pytest's code."""
    options = ["-q", "--no-summary", "-p", "no:cacheprovider", "--write-permissions"]
    sys.exit(pytest.main(["tests/access/test_document.py", *options], plugins=[Writing()]))


if __name__ == "__main__":
    main()
