"""The rows that migrations make: Wagtail's, which every page needs, and the product's own.

A transactional test (threads, live server) ends with an empty database. Whoever comes next would
find no root page, no locale, no site, no places and no terms; this puts them back.
"""

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, Locale, Page, Site

from network.places.models import Postcode
from network.places.services import places_load
from network.vocabulary.models import EventFormat
from network.vocabulary.services import terms_load


def lay_ground():
    """Wagtail's first rows, places and terms. Does nothing when they are there."""
    if not Postcode.objects.exists():
        places_load()
    if not EventFormat.objects.exists():
        terms_load()
    admin, _ = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
    Permission.objects.get_or_create(content_type=admin, codename="access_admin", defaults={"name": "access admin"})
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    locale, _ = Locale.objects.get_or_create(language_code="de")
    if Page.objects.exists():
        return
    root = Page.add_root(title="Root", slug="root", locale=locale)
    home = root.add_child(title="Startseite", slug="home", locale=locale)
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)


@pytest.fixture(autouse=True)
def wagtail_ground(request):
    """Before every test that uses the database, after its transaction was opened."""
    if not request.node.get_closest_marker("database"):
        return
    marker = request.node.get_closest_marker("django_db")
    transactional = {"transactional_db", "live_server"} & set(request.fixturenames)
    if transactional or (marker and marker.kwargs.get("transaction")):
        request.getfixturevalue("transactional_db")
    else:
        request.getfixturevalue("db")
    lay_ground()
