"""docker-compose.yml and the image: nobody is root, everybody is watched, no secret is written down."""

import re

import pytest
import yaml
from django.conf import settings

from tests.house.conftest import ROOT

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
LASTING = [name for name, service in SERVICES.items() if service.get("restart") != "no"]


def _seconds(text):
    return int(re.fullmatch(r"(\d+)s", text)[1])


def test_it_has_every_part_of_the_real_thing():
    assert set(SERVICES) == {"setup", "web", "worker", "postgres", "redis", "proxy", "mailpit"}


def test_the_worker_may_finish_the_task_it_has_begun():
    assert _seconds(SERVICES["worker"]["stop_grace_period"]) > settings.Q_CLUSTER["timeout"]


@pytest.mark.parametrize("name", LASTING)
def test_a_lasting_service_is_watched_and_comes_back(name):
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_no_rights_to_lose(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")
    assert service.get("user") or re.search(r"^USER (?!root)\w+$", _dockerfile(service), re.MULTILINE)


def _dockerfile(service):
    build = service.get("build", {})
    return (ROOT / (build.get("dockerfile", "Dockerfile") if isinstance(build, dict) else "Dockerfile")).read_text()


def test_only_the_proxy_is_open_to_the_world():
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert published.pop("proxy") == ["80:8080", "443:8443"]
    assert all(port.startswith("127.0.0.1:") for ports in published.values() for port in ports)


def test_no_secret_is_written_down():
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            assert not re.search("PASSWORD|SECRET|KEY|TOKEN", name) or value.startswith("${")


def test_what_must_survive_lies_in_named_volumes():
    assert set(COMPOSE["volumes"]) == {"postgres", "uploads", "certificates"}
    named = {
        volume.split(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
        if isinstance(volume, str)
    }
    assert named == set(COMPOSE["volumes"])


def test_the_image_gets_all_it_copies(pyproject):
    ignore = (ROOT / ".dockerignore").read_text()
    for needed in [
        "config",
        "network",
        "events",
        "cms",
        "templates",
        "static",
        "deploy",
        "manage.py",
        "requirements.txt",
    ]:
        assert re.search(rf"^!{needed}/?$", ignore, re.MULTILINE)
    version = re.search(r"^FROM python:(3\.\d+)-slim$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)[1]
    assert tuple(map(int, version.split("."))) >= tuple(
        map(int, pyproject["project"]["requires-python"][2:].split("."))
    )
