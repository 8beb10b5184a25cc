"""The mail templates of these tests, and a mail server that refuses."""

from copy import deepcopy
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def probe_templates(settings):
    """`emails/probe.*`, so that these tests do not hang on the wording of a real mail."""
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [*templates[0]["DIRS"], Path(__file__).parent / "templates"]
    settings.TEMPLATES = templates


@pytest.fixture
def mail_server_says(monkeypatch):
    """Makes the next attempts end in the given exception."""

    def says(error):
        def send_messages(_backend, _mails):
            raise error

        monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", send_messages)

    return says


@pytest.fixture
def handed_over(monkeypatch):
    """The primary keys given to the workers' queue, instead of the queue."""
    pks = []
    monkeypatch.setattr("network.messaging.services.async_task", lambda _task, pk, **_options: pks.append(pk))
    return pks
