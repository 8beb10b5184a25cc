"""In which language people are written to, and that signing in keeps the language of the pages."""

import pytest

from network.accounts.models import Person, User
from network.messaging.models import OutboxMessage
from tests.factories import people

pytestmark = pytest.mark.django_db

URL = "/konto/sprache/"


@pytest.fixture
def amina():
    return people.representative(name="Amina Yıldız", email="amina@example.org")


class TestChoosing:
    def test_it_holds_for_the_person_and_the_account(self, client, amina):
        client.force_login(amina.user)
        response = client.post(URL, {"language": "ar"}, follow=True)
        assert "Gespeichert" in response.content.decode()
        assert Person.objects.get(pk=amina.pk).preferred_language == "ar"
        assert User.objects.get(pk=amina.user_id).preferred_language == "ar"

    def test_every_language_offered_is_named_in_itself(self, client, amina):
        client.force_login(amina.user)
        page = client.get(URL).content.decode()
        for name in ("Deutsch", "Leichte Sprache", "English", "العربية"):
            assert name in page

    @pytest.mark.parametrize("language", ["fr", "xx", "de\x00", "", "DE-AT"])
    def test_no_other_language(self, client, amina, language):
        client.force_login(amina.user)
        response = client.post(URL, {"language": language})
        assert response.status_code == 200
        assert Person.objects.get(pk=amina.pk).preferred_language == "de"

    def test_an_account_without_a_person_may_choose_too(self, client):
        user = User.objects.create_user("konto@example.org")
        client.force_login(user)
        assert client.post(URL, {"language": "en"}).status_code == 302
        assert User.objects.get(pk=user.pk).preferred_language == "en"

    def test_a_language_no_longer_offered_shows_german(self, client, amina):
        User.objects.update(preferred_language="uk")
        client.force_login(amina.user)
        assert client.get(URL).context["form"].initial == {"language": "de"}

    def test_visitors_sign_in_first(self, client):
        assert client.get(f"/ar{URL}").url == f"/ar/konto/login/?next=/ar{URL}"


class TestSigningIn:
    def test_the_code_comes_in_the_language_of_the_page(self, client, amina):
        client.post("/ar/konto/login/code/", {"email": "amina@example.org"})
        assert OutboxMessage.objects.get().language == "ar"

    def test_one_stays_in_the_language_one_signed_in_with(self, client, amina):
        amina.user.set_password("ein langes Geheimnis")
        amina.user.save()
        response = client.post("/en/konto/login/", {"login": "amina@example.org", "password": "ein langes Geheimnis"})
        assert response.url == "/en/mitglieder/"

    def test_signing_out_too(self, client, amina):
        client.force_login(amina.user)
        assert client.post("/ar/konto/logout/").url == "/ar/"

    def test_the_links_in_the_mail_lead_there_as_well(self, client):
        client.post("/en/konto/login/code/", {"email": "niemand@example.org"})
        assert "/en/mitmachen/" in OutboxMessage.objects.get().text
