"""Lays one sample of everything into the running product and prints, as JSON, who can be asked for which address.

    python -m tests.e2e.access.samples

Runs beside the product, in its environment and on its database. The samples and the rows are those of `tests/access`,
where an address without a row fails: so a new page is known here before any link leads to it.
"""

import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

import django

from tests.e2e.access.combinations import LANGUAGES

A_DAY = 24 * 60 * 60  # seconds
TEMPLATES = Path(__file__).resolve().parents[3] / "templates"


def main() -> None:
    """Print `{name: {"cookies": {...}, "addresses": [...], "follows_links": bool}}`."""
    django.setup()
    from django.db import transaction

    from tests.access.roles import ROLES
    from tests.access.rows import Area
    from tests.access.site_rows import DESK_ROWS, SITE_ROWS
    from tests.access.wagtail_rows import ACCOUNT_ROWS
    from tests.access.world import World

    outside_the_desk = [row for row in (*SITE_ROWS, *ACCOUNT_ROWS) if row.area is not Area.DESK]

    with transaction.atomic():
        world = World()
        secured = world.users["member"]
        publisher = world.users["publisher_mo"]
        _second_factor(secured)
        _second_factor(publisher)
    by_code = {role.code: role for role in ROLES}
    everybody = {
        "visitor": {
            "cookies": {},
            "addresses": [*_of_rows(world, by_code["visitor"], outside_the_desk), *_of_tree(), *_errors()],
            "follows_links": True,
        },
        "representative": {
            "cookies": _cookies(world.users["representative"]),
            "addresses": _of_rows(world, by_code["representative"], outside_the_desk),
            "follows_links": True,
        },
        "secured": {  # differs from the representative in the pages of the account
            "cookies": _cookies(secured),
            "addresses": _of_rows(world, by_code["member"], ACCOUNT_ROWS),
            "follows_links": False,
        },
        "editor": {
            "cookies": _cookies(publisher),
            "addresses": _of_rows(world, by_code["publisher_mo"], DESK_ROWS, ["de"]),
            "follows_links": False,
        },
    }
    json.dump(everybody, sys.stdout)


def _of_rows(world, role, rows, languages=LANGUAGES):
    """The address of each of the rows. Who is not let in gets the page that says so."""
    from tests.access.patterns import site_routes
    from tests.access.rows import rows_of
    from tests.access.walk import Walk

    addresses = []
    for language in languages:
        walk = Walk(world, role, rows, language)
        routes = [route for route in site_routes("config.urls") if language == "de" or route.is_translated]
        addresses += [walk.path(route, row) for route in routes for row in rows_of(route, rows)]
    return [address for address in addresses if address]


def _of_tree():
    """Every live page of the tree that everybody may read."""
    from wagtail.models import Page

    return [urlsplit(page.url).path for page in Page.objects.live().public() if page.url]


def _errors():
    """The page of every error (tests/e2e/urls.py), in every language."""

    templates = sorted(path.stem for path in TEMPLATES.glob("[45]*.html"))
    return [
        f"/{'' if language == 'de' else language + '/'}_fehler/{template}/"
        for language in LANGUAGES
        for template in templates
    ]


def _cookies(user):
    """Those of somebody who proved a moment ago who they are, and whom nothing asks again within the day."""
    from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY, record_authentication
    from django.test import Client, RequestFactory

    client = Client()
    client.force_login(user)
    request = RequestFactory().get("/")
    request.session = client.session
    record_authentication(request, user, method="mfa", reauthenticated=True)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["at"] += A_DAY
    request.session.save()
    return {name: morsel.value for name, morsel in client.cookies.items()}


def _second_factor(user):
    """TOTP and recovery codes, so that the pages to see and to give them up exist."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)


if __name__ == "__main__":
    main()
