"""A yes has a date and a wording, and ends at once."""

import pytest
from django.db import IntegrityError, transaction

from network.privacy.consents import consent_give, consent_withdraw, has_consented
from network.privacy.models import Consent
from tests.factories import people
from tests.network.privacy.test_account_pages import fresh

pytestmark = pytest.mark.django_db

PAGE = "/konto/einwilligungen/"


@pytest.fixture
def amina(home):
    return people.member("Amina Yıldız", email="amina@example.org")


def test_where_nothing_needs_consent_the_page_says_so(amina):
    assert "Zurzeit fragen wir Sie nach keiner Einwilligung" in fresh(amina.user).get(PAGE).content.decode()


def test_a_yes_keeps_wording_and_language_and_is_withdrawn_with_one_click(amina, purpose):
    client = fresh(amina.user)
    client.post(PAGE, {"give": purpose})
    consent = Consent.objects.get()
    assert (consent.wording_version, consent.language) == ("2", "de")
    assert "Neue Worte" in client.get(PAGE).content.decode()
    client.post(PAGE, {"withdraw": purpose})
    assert not has_consented(amina, purpose)
    assert "Zurückgenommen" in client.get(PAGE).content.decode()


def test_who_agreed_to_old_words_sees_the_old_words(amina, purpose):
    Consent.objects.create(person=amina, purpose=purpose, wording_version="1", language="de")
    page = fresh(amina.user).get(PAGE).content.decode()
    assert "Alte Worte" in page
    assert "Neue Worte" not in page


def test_twice_is_once_and_again_after_a_withdrawal_is_a_new_one(amina, purpose):
    for _again in range(2):
        consent_give(person=amina, code=purpose, language="de")
    assert Consent.objects.count() == 1
    consent_withdraw(person=amina, code=purpose)
    consent_withdraw(person=amina, code=purpose)
    consent_give(person=amina, code=purpose, language="de")
    assert Consent.objects.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(person=amina, purpose=purpose, wording_version="1", language="de")


def test_nobody_agrees_to_what_does_not_exist(amina):
    assert fresh(amina.user).post(PAGE, {"give": "erfunden"}).status_code == 404
    assert not Consent.objects.exists()
