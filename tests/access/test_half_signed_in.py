"""Every address, asked by an editor who has not passed the second factor: a closed desk, and a visitor elsewhere."""

import pytest

from tests.access.patterns import site_routes
from tests.access.roles import ROLES
from tests.access.rows import rows_of
from tests.access.site_rows import SITE_ROWS
from tests.access.wagtail_rows import ACCOUNT_ROWS, WAGTAIL_ROWS
from tests.access.walk import Walk
from tests.factories.sign_in import second_factor

pytestmark = pytest.mark.django_db
VISITOR = ROLES[0]
DESK = "redaktion/"
WAY_OUT = {"wagtailadmin_logout"}
STEPS = {"mfa_activate_totp", "mfa_reauthenticate", "account_reauthenticate", "account_logout"}
ENTRANCES = {"account_login", "account_request_login_code"}


@pytest.fixture(params=["without a factor", "factor not passed"])
def half_signed_in(request, world):
    """A walk of a visitor whose cookies are those of an editor."""

    def walk(rows):
        walk = Walk(world, VISITOR, rows)
        if request.param == "factor not passed":
            second_factor(world.insider)
        walk.client.force_login(world.insider, half=True)
        walk.cookies = walk.client.cookies.copy()
        walk.step = "/konto/2fa/" + ("totp/activate/" if request.param == "without a factor" else "reauthenticate/")
        return walk

    return walk


def test_no_address_of_the_desk_opens(half_signed_in):
    walk = half_signed_in([*SITE_ROWS, *WAGTAIL_ROWS])
    asked = 0
    for route in site_routes():
        if not route.pattern.startswith(DESK) or route.name in WAY_OUT:
            continue
        for row in rows_of(route, walk.rows):
            path = walk.path(route, row)
            page, written = walk.client.get(path), walk.client.post(path)
            script = walk.client.get(path, headers={"Accept": "application/json"})
            assert page.status_code == 302, path
            assert page["Location"].startswith(walk.step), path
            assert (written.status_code, script.status_code) == (403, 403), path
            asked += 1
    assert asked > 300


def test_elsewhere_they_are_a_visitor(half_signed_in):
    walk = half_signed_in([*SITE_ROWS, *ACCOUNT_ROWS])
    others = STEPS | ENTRANCES
    assert walk.everywhere(lambda route: not route.pattern.startswith(DESK) and route.name not in others) == []
