"""Every folder is an app of its own, every file is short and says in its name what it holds."""

import subprocess

import pytest
from django.apps import apps

from tests.house.conftest import ROOT

LONGEST_FILE = 400  # lines
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "core", "common", "misc", "lib", "base_models", "stuff"}
NOT_WRITTEN_BY_HAND = ("requirements", "LICENSE", "locale/")


def _tracked():
    """The files of the repository, and those that are about to become part of it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in names if (ROOT / name).is_file()]


def _folders():
    return [
        f"{package}.{path.name}"
        for package in ["network", "events", "cms"]
        for path in sorted((ROOT / package).iterdir())
        if path.is_dir() and list(path.glob("*.py"))
    ]


@pytest.mark.parametrize("folder", _folders())
def test_a_folder_is_an_installed_app_with_its_own_label_and_a_name_for_people(folder):
    config = next((config for config in apps.get_app_configs() if config.name == folder), None)
    assert config, f"{folder} is not installed"
    assert config.label == folder.split(".")[1]
    assert config.verbose_name != config.label.title(), "verbose_name is what the admin shows"


def test_every_app_stands_in_the_order_of_its_package(layers):
    for package in ["network", "events", "cms"]:
        known = set().union(*layers(package))
        assert {folder.split(".")[1] for folder in _folders() if folder.startswith(package)} <= known


def test_every_app_is_held_to_the_order_of_its_files(pyproject):
    contracts = pyproject["tool"]["importlinter"]["contracts"]
    inside_an_app = next(contract for contract in contracts if contract["name"].startswith("Inside an app"))
    assert sorted(inside_an_app["containers"]) == sorted(_folders())


def test_no_name_is_vague():
    parts = {name: set(name.removesuffix(".py").split("/")) for name in _tracked() if name.endswith(".py")}
    assert [name for name, words in parts.items() if words & VAGUE_NAMES] == []


def test_no_file_is_too_long_to_be_read_in_one_sitting():
    lengths = {
        name: len((ROOT / name).read_text().splitlines())
        for name in _tracked()
        if name.endswith((".py", ".html", ".css", ".js", ".toml")) or name == "Makefile"
        if not name.startswith(NOT_WRITTEN_BY_HAND) and "/migrations/" not in name and "/vendor/" not in name
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}
