import pytest

from network.privacy.consents import Purpose, consent_purposes
from network.privacy.mail_preferences import MailKind, mail_kinds
from tests.factories import pages


@pytest.fixture
def purpose():
    """Something that needs consent, with two wordings."""
    consent_purposes.register("planted", Purpose("planted", "Fotos", {"1": "Alte Worte", "2": "Neue Worte"}))
    yield "planted"
    consent_purposes.unregister("planted")


@pytest.fixture
def kind():
    """A mail one may do without."""
    mail_kinds.register("planted", MailKind("planted", "Erinnerungen", "Am Tag vor einem Termin."))
    yield "planted"
    mail_kinds.unregister("planted")


@pytest.fixture
def home(db):
    return pages.make_home()
