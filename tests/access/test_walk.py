"""Every address of the site, asked by everybody, answers as its row says and shows no secret."""

import pytest
from django.http import HttpResponse
from django.urls import include, path

import config.urls
from tests.access.actions import ACTIONS
from tests.access.patterns import site_routes
from tests.access.roles import ROLES
from tests.access.rows import rows_of
from tests.access.site_rows import DEMO_ROWS, SITE_ROWS
from tests.access.wagtail_rows import NOT_ASKED, WAGTAIL_ROWS
from tests.access.walk import Walk

pytestmark = pytest.mark.django_db
ROWS = [*SITE_ROWS, *WAGTAIL_ROWS]
IN_EVERY_RUN = {"visitor", "representative", "publisher_mo", "publisher_lotsen"}
"""Wagtail's own addresses are many and slow: the other roles ask them in the `full` tests."""


def by(roles=None):
    """A test for each role. With a choice of roles, these are the sample and the others are marked `full`."""
    marks = {True: pytest.mark.sampled if roles else (), False: pytest.mark.full}
    roles = roles or {role.code for role in ROLES}
    return pytest.mark.parametrize(
        "role", [pytest.param(role, id=role.code, marks=marks[role.code in roles]) for role in ROLES]
    )


@by()
def test_our_own_addresses(world, role):
    walk = Walk(world, role, SITE_ROWS)
    assert walk.everywhere() == []
    may_read = {action.secret for key, action in ACTIONS.items() if action.secret and walk.may[key]}
    assert may_read <= walk.seen, "a secret that nobody finds proves nothing"


@by(IN_EVERY_RUN)
def test_wagtails_and_allauths_addresses(world, role):
    assert Walk(world, role, WAGTAIL_ROWS).everywhere() == []


@by({"visitor", "representative"})
def test_our_own_addresses_in_another_language(world, role):
    walk = Walk(world, role, [row for row in SITE_ROWS if row.routes != "wagtail_serve"], language="en")
    assert walk.everywhere() == []


@by({"visitor"})
def test_the_demo_shows_its_invented_mails_to_everybody(world, role, settings):
    settings.ROOT_URLCONF = "tests.access.demo_urls"
    assert Walk(world, role, DEMO_ROWS).everywhere() == []


# --- The walk itself -----------------------------------------------------------------------------
def without_row(rows, urlconf=None):
    return [route.name for route in site_routes(urlconf) if not rows_of(route, rows) and route.name not in NOT_ASKED]


def test_every_address_has_a_row():
    assert without_row(ROWS) == []


def test_every_address_of_the_demo_has_a_row():
    assert without_row([*ROWS, *DEMO_ROWS], "tests.access.demo_urls") == []


def test_no_row_outlived_its_address():
    routes = site_routes("tests.access.demo_urls")
    assert [row.routes for row in [*ROWS, *DEMO_ROWS] if not any(row.matches(route) for route in routes)] == []


class Grown:
    """The site as it would be with three more addresses: on the site, in the admin, in a namespace of ours."""

    urlpatterns = [
        path("neu/", HttpResponse, name="neu"),
        path("redaktion/neu/", HttpResponse, name="neu_in_der_redaktion"),
        path("", include(([path("postausgang/export/", HttpResponse, name="export")], "outbox"), namespace="outbox")),
        *config.urls.urlpatterns,
    ]


def test_a_new_address_without_a_row_fails():
    assert without_row(ROWS, Grown) == ["neu", "neu_in_der_redaktion", "outbox:export"]


def test_an_address_that_lets_in_the_wrong_one_fails(world, settings):
    class Open(Grown):
        urlpatterns = [
            path("healthz", lambda request: HttpResponse(world.draft_event.title), name="healthz"),
            *config.urls.urlpatterns,
        ]

    settings.ROOT_URLCONF = Open
    healthz = [row for row in SITE_ROWS if row.routes == "healthz"]
    walk = Walk(world, ROLES[0], healthz)
    problems = walk.everywhere()
    assert any("shows Verschlusssache" in problem for problem in problems)
    assert any("POST /healthz" in problem and "instead of m" in problem for problem in problems)
