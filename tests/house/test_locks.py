"""The requirements files follow from pyproject.toml and name no place on the network."""

import re

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

FILES = ["requirements.txt", "requirements-dev.txt"]
FORBIDDEN_LOCKS = ["uv.lock", "pylock.toml", "poetry.lock", "pdm.lock", "Pipfile.lock"]


def _pins(root, file):
    """{name: versions}; a universal lock may hold several versions of a package for several Pythons."""
    pins = {}
    for name, version in re.findall(
        r"^([a-z0-9._-]+)(?:\[[^]]+])?==([^\s;]+)", (root / file).read_text(), re.MULTILINE
    ):
        pins.setdefault(name, set()).add(Version(version))
    return pins


def _wanted(pyproject, file):
    runtime = pyproject["project"]["dependencies"]
    return map(Requirement, runtime if file == "requirements.txt" else pyproject["dependency-groups"]["dev"] + runtime)


@pytest.mark.parametrize("file", FILES)
def test_every_dependency_is_pinned_within_its_range(root, pyproject, file):
    pins = _pins(root, file)
    for requirement in _wanted(pyproject, file):
        versions = pins.get(requirement.name.lower().replace("_", "-"))
        assert versions, f"{requirement.name} is not in {file}: make lock"
        assert all(version in requirement.specifier for version in versions), f"{requirement} in {file}: make lock"


def test_what_is_tested_is_what_runs(root):
    runtime, development = _pins(root, FILES[0]), _pins(root, FILES[1])
    assert {name: versions for name, versions in runtime.items() if development.get(name) != versions} == {}


@pytest.mark.parametrize("file", FILES)
def test_every_pin_has_hashes_and_no_address(root, file):
    text = (root / file).read_text()
    assert "://" not in text
    assert not re.search(r"^\s*--(?:index|extra|find|trusted)", text, re.MULTILINE)
    entries = re.split(r"^(?=[a-z0-9._-]+(?:\[[^]]+])?==)", text, flags=re.MULTILINE)[1:]
    assert len(entries) > 40
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_lock_file_records_where_packages_came_from(root):
    assert [name for name in FORBIDDEN_LOCKS if (root / name).exists()] == []
    for lock in root.glob("package-lock.json"):
        assert '"resolved"' not in lock.read_text()


def test_every_dependency_has_its_reason(root, pyproject):
    reasons = (root / "docs/decisions/0001-dependencies.md").read_text().lower()
    wanted = {requirement.name.lower() for requirement in _wanted(pyproject, "requirements-dev.txt")}
    assert sorted(name for name in wanted if f"| {name} |" not in reasons) == []
