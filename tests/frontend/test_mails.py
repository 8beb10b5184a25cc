"""The mails about one's account: three parts each, plain words, no markup in the text."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from network.messaging.rendering import mail_render

FOLDER = Path(settings.BASE_DIR) / "templates/emails/account"
NAMES = sorted(path.name.removesuffix(".subject.txt") for path in FOLDER.glob("*.subject.txt"))
CONTEXT = {
    "code": "K7MQ-2XPA",
    "email": "kaya&soehne@example.org",
    "password_reset_url": "https://example.org/konto/neu/?a=1&b=2",
    "activate_url": "https://example.org/konto/ja/",
    "timestamp": datetime(2026, 11, 24, 18, 0, tzinfo=ZoneInfo("Europe/Berlin")),
    "from_email": "alt@example.org",
    "to_email": "neu@example.org",
    "deleted_email": "alt@example.org",
    "unused_count": 9,
}


@pytest.mark.parametrize("name", NAMES)
def test_it_has_a_subject_a_text_and_a_page_that_say_the_same(name):
    mail = mail_render(template=f"account/{name}", language="de", context=CONTEXT)
    page = BeautifulSoup(mail.html, "html.parser")

    assert mail.subject
    assert "<" not in mail.text
    assert "&amp;" not in mail.text
    assert page.html["lang"] == "de"
    assert page.html["dir"] == "ltr"
    assert not page.find(["img", "script", "link"])
    assert "Sie erhalten diese Nachricht" in mail.text
    assert "Sie erhalten diese Nachricht" in page.get_text()


@pytest.mark.parametrize("name", ["login_code", "email_confirmation", "password_reset_code"])
def test_the_code_stands_alone_on_its_line(name):
    mail = mail_render(template=f"account/{name}", language="de", context=CONTEXT)

    assert "    K7MQ-2XPA" in mail.text.splitlines()
    assert "K7MQ-2XPA" in mail.html


def test_a_link_survives_in_both_parts():
    mail = mail_render(template="account/password_reset_key", language="de", context=CONTEXT)

    assert CONTEXT["password_reset_url"] in mail.text
    assert BeautifulSoup(mail.html, "html.parser").find("a", href=CONTEXT["password_reset_url"])
