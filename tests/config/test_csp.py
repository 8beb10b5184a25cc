"""The strict policy for everybody, the admin's own for the admin."""

import pytest
from django.http import HttpResponse
from django.urls import re_path

urlpatterns = [re_path(r".*", lambda request: HttpResponse("ok"))]


@pytest.fixture
def policy(client, settings):
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["config.csp.PolicyMiddleware"]

    def policy(address):
        header = client.get(address).headers["Content-Security-Policy"]
        return {name: values for name, *values in (part.split() for part in header.split(";"))}

    return policy


@pytest.mark.parametrize(
    "address", ["/", "/termine/", "/konto/login/", "/mitglieder/", "/redaktionsteam/", "/nicht-da/"]
)
def test_public_pages_run_no_inline_script_and_load_nothing_from_elsewhere(policy, address):
    directives = policy(address)
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == ["'self'"]
    assert directives["style-src"] == ["'self'"]
    assert directives["form-action"] == ["'self'"]
    assert directives["base-uri"] == ["'none'"]
    assert directives["frame-ancestors"] == ["'none'"]
    sources = {source for values in directives.values() for source in values}
    assert sources <= {"'self'", "'none'", "data:"}


def test_the_admin_may_run_its_inline_scripts_but_loads_nothing_from_elsewhere_either(policy):
    directives = policy("/redaktion/pages/")
    assert "'unsafe-inline'" in directives["script-src"]
    assert directives["frame-ancestors"] == ["'self'"]  # the live preview
    sources = {source for values in directives.values() for source in values}
    assert sources <= {"'self'", "'none'", "data:", "blob:", "'unsafe-inline'", "'unsafe-eval'"}
