"""What a door says, in five words."""

from enum import StrEnum
from urllib.parse import urlsplit


class Answer(StrEnum):
    """`OPEN` is also a form that was not filled in right: whoever may fill it in has come through the door."""

    OPEN = "✓"
    SIGN_IN = "→"
    DENIED = "✗"
    ABSENT = "–"
    METHOD = "m"
    BROKEN = "Fehler"


STATUS = {403: Answer.DENIED, 404: Answer.ABSENT, 405: Answer.METHOD}
SIGN_IN_PATHS = ("/konto/login/", "/en/konto/login/")
ENTRANCES = ("/redaktion/login/", "/_util/login/", "/en/_util/login/")
"""They send a visitor to sign in, and tell who is signed in that they may not. Walked themselves, as `OPEN_DOORS`."""
ADMIN_HOME = "/redaktion/"
"""Where Wagtail's admin sends whom it refuses, with a message."""


def answer_of(response, is_visitor):
    """The answer in one word. Redirects are known by where they lead."""
    if response.status_code >= 500:
        return Answer.BROKEN
    if response.status_code in STATUS:
        return STATUS[response.status_code]
    if response.status_code in (301, 302):
        return _where_to(urlsplit(response["Location"]).path, is_visitor)
    return Answer.OPEN


def _where_to(path, is_visitor):
    if path in SIGN_IN_PATHS:
        return Answer.SIGN_IN
    if path in ENTRANCES:
        return Answer.SIGN_IN if is_visitor else Answer.DENIED
    return Answer.DENIED if path == ADMIN_HOME else Answer.OPEN
