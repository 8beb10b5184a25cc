"""Logs: one JSON object a line, with a request id and without personal data."""

import io
import json
import logging

import pytest
import structlog
from django.db import DatabaseError
from django.http import HttpResponse
from django.urls import include, path

SECRET = "Qm9zdHdhbmEtZ2VoZWlt"
ADDRESS = "amina.beispiel@example.org"
NAME = "Amina Beispiel"


def _answer(request, token):
    structlog.get_logger("test").info("eintrag gelesen", empfaenger=ADDRESS)
    return HttpResponse("ok")


def _break(request):
    raise DatabaseError(f"duplicate key\nDETAIL:  Key (email, name)=({ADDRESS}, {NAME}) already exists.")


def handler404(request, exception):
    if "gestoert" in request.path:
        raise RuntimeError("the page for missing pages is broken itself")
    return HttpResponse("nicht gefunden", status=404)


urlpatterns = [
    path("kalender/p/<slug:token>.ics", _answer),
    path("kaputt/", _break),
    path("", include("wagtail.urls")),  # the error pages lead home
]


@pytest.fixture
def logged():
    """What the product's own handler writes, as text."""
    handlers = [
        handler
        for handler in logging.getLogger().handlers
        if isinstance(handler.formatter, structlog.stdlib.ProcessorFormatter)
    ]
    assert len(handlers) == 1
    stream = io.StringIO()
    before = handlers[0].setStream(stream)
    yield stream
    handlers[0].setStream(before)


@pytest.fixture(autouse=True)
def own_addresses(settings):
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["config.logs.RequestLogMiddleware"]


def _ask(client, address):
    client.raise_request_exception = False
    headers = {"User-Agent": "Kalenderprogramm 7", "X-Request-ID": ADDRESS, "X-Correlation-ID": ADDRESS}
    return client.get(address, headers=headers, REMOTE_ADDR="203.0.113.9")


def test_a_request_is_one_line_with_its_route_and_an_id(client, logged):
    _ask(client, f"/kalender/p/{SECRET}.ics?name={ADDRESS}")
    own, finished = map(json.loads, logged.getvalue().splitlines())
    assert finished["event"] == "request_finished"
    assert finished["request"] == "GET kalender/p/<slug:token>.ics"
    assert finished["code"] == 200
    assert finished["level"] == "info"
    assert len(finished["request_id"]) == 36
    assert own["request_id"] == finished["request_id"]


@pytest.mark.parametrize(
    "address",
    [
        f"/kalender/p/{SECRET}.ics?name={ADDRESS}",
        f"/kalender/p/{SECRET}/nicht-da.ics",  # Django itself warns "Not Found: <path>"
        f"/gestoert/{SECRET}",  # the trace would carry the path as well
        f"/kaputt/?token={SECRET}",
    ],
)
def test_no_line_carries_path_secret_address_or_program(client, logged, address):
    _ask(client, address)
    text = logged.getvalue()
    assert text
    for personal in [SECRET, ADDRESS, NAME, "Kalenderprogramm", "203.0.113.9"]:
        assert personal not in text


def test_an_exception_is_logged_with_its_trace_and_without_the_quoted_row(client, logged):
    assert _ask(client, "/kaputt/").status_code == 500
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    trace = next(line["exception"] for line in lines if "exception" in line)
    assert "DatabaseError: duplicate key" in trace
    assert "DETAIL: …" in trace


def test_a_debug_log_level_does_not_bring_the_user_agent_back(client, logged):
    logging.getLogger().setLevel(logging.DEBUG)
    try:
        _ask(client, f"/kalender/p/{SECRET}.ics")
    finally:
        logging.getLogger().setLevel(logging.INFO)
    assert "request_started" in logged.getvalue()
    assert "Kalenderprogramm" not in logged.getvalue()
