"""A pytest plugin: migrate SQLite once, then copy.

All migrations together take a quarter of a minute, which is too long before every single test that one
runs while writing it. The migrated file is kept in VAR_DIR under a fingerprint of everything that makes it.
"""

import hashlib
import shutil
from pathlib import Path

import django
import pytest
import wagtail
from django.apps import apps
from django.conf import settings
from django.db import connection


def fingerprint():
    """Changes with any migration, any data file that one reads, and any version of the frameworks."""
    digest = hashlib.sha256(repr((django.VERSION, wagtail.VERSION, settings.LANGUAGES)).encode())
    for config in apps.get_app_configs():
        folder = Path(config.path)
        for file in sorted([*folder.glob("migrations/*.py"), *folder.glob("data/*")]):
            digest.update(f"{config.name}/{file.name}".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


@pytest.fixture(scope="session")
def migrated_file():
    return settings.VAR_DIR / f"test-migrated-{fingerprint()}.sqlite3" if connection.vendor == "sqlite" else None


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, django_db_modify_db_settings, migrated_file):
    """Put the copy where the test database would be made; True lets Django take it as it is."""
    if not migrated_file or not migrated_file.exists():
        return django_db_keepdb
    shutil.copyfile(migrated_file, connection.settings_dict["TEST"]["NAME"])
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_keepdb, django_db_blocker, migrated_file):
    """Keep a copy of what was migrated, and remove the test's own file, which Django would keep now."""
    if migrated_file and not migrated_file.exists():
        _keep(migrated_file, django_db_blocker)
    yield
    if migrated_file and django_db_keepdb:
        with django_db_blocker.unblock():
            connection.close()
        for file in Path(connection.settings_dict["NAME"]).parent.glob(
            f"{Path(connection.settings_dict['NAME']).name}*"
        ):
            file.unlink()


def _keep(file, django_db_blocker):
    for outdated in file.parent.glob("test-migrated-*"):
        outdated.unlink(missing_ok=True)
    # Another process may do the same at the same time: the last rename wins, and both are right.
    unfinished = file.with_suffix(f".{Path(connection.settings_dict['NAME']).stem}")
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(unfinished)])
    unfinished.rename(file)
