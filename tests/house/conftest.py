"""The house read as text: its files, and the order that pyproject.toml lays down."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ["config", "network", "events", "cms"]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def pyproject():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


@pytest.fixture(scope="session")
def layers(pyproject):
    """Packages and their apps from top to bottom, as import-linter reads them: `[{"cms"}, …]`."""

    def read(container):
        contracts = [
            contract
            for contract in pyproject["tool"]["importlinter"]["contracts"]
            if contract["type"] == "layers" and contract.get("containers", [""]) == [container]
        ]
        assert len(contracts) == 1
        rows = [row.split("|") for row in contracts[0]["layers"]]
        return [{name.strip(" ()") for name in row} for row in rows]

    return read
