"""People and accounts: one address, one login; a person may have neither."""

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from network.accounts.models import Person, User
from network.accounts.services import account_ensure
from network.messaging.models import OutboxMessage
from tests.factories import people

pytestmark = pytest.mark.django_db


def test_a_colleague_without_a_mailbox_is_a_person():
    colleague = Person.objects.create(name="Yusuf Kaya")
    assert (colleague.email, colleague.user) == ("", None)


def test_a_person_has_a_name():
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(name="")


def test_two_accounts_cannot_differ_by_case_only():
    User.objects.create_user("amina@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User(email="Amina@Example.org").save()


def test_a_family_may_share_an_address():
    people.person("Amina", email="familie@example.org")
    people.person("Bilal", email="familie@example.org")


def test_getting_an_account_keeps_the_person():
    colleague = people.person("Yusuf Kaya")
    user = account_ensure(person=colleague, email="Yusuf@Example.org")
    assert user.person == colleague
    assert user.email == "yusuf@example.org"
    assert EmailAddress.objects.get(user=user).verified


def test_an_address_that_has_an_account_makes_no_second_one():
    first = people.member(email="amina@example.org")
    user = account_ensure(person=people.person("Jemand"), email="AMINA@example.org")
    assert user == first.user
    assert user.person == first


def test_the_first_administrator(capsys):
    call_command("create_administrator", "chefin@example.org", name="Die Chefin")
    user = User.objects.get(email="chefin@example.org")
    assert user.is_superuser
    assert user.person.name == "Die Chefin"
    assert "angelegt" in capsys.readouterr().out

    call_command("create_administrator", "chefin@example.org", name="Die Chefin")
    assert User.objects.count() == 1


def test_no_administrator_without_a_real_address():
    with pytest.raises(CommandError, match="keine E-Mail-Adresse"):
        call_command("create_administrator", "chefin", name="Die Chefin")


class TestSignIn:
    def request_code(self, client, email):
        return client.post("/konto/login/code/", {"email": email})

    def code_from(self, mail):
        return next(line.strip() for line in mail.text.splitlines() if line.startswith("    "))

    def test_with_a_code_by_mail(self, client):
        people.member(email="amina@example.org")
        self.request_code(client, "Amina@example.org")
        mail = OutboxMessage.objects.get()
        assert mail.recipient == "amina@example.org"
        assert mail.secret

        response = client.post("/konto/login/code/confirm/", {"code": self.code_from(mail)})

        assert response.status_code == 302
        assert response.url == "/mitglieder/"

    def test_a_wrong_code_opens_nothing(self, client):
        people.member(email="amina@example.org")
        self.request_code(client, "amina@example.org")
        client.post("/konto/login/code/confirm/", {"code": "falsch"})
        assert client.get("/mitglieder/").status_code == 302

    def test_an_unknown_address_gets_the_same_answer_and_one_mail(self, client):
        people.member(email="amina@example.org")
        known = self.request_code(client, "amina@example.org")
        client.cookies.clear()
        unknown = self.request_code(client, "niemand@example.org")

        assert (unknown.status_code, unknown.url) == (known.status_code, known.url)
        assert OutboxMessage.objects.count() == 2
        assert not User.objects.filter(email="niemand@example.org").exists()

    def test_with_a_password(self, client):
        user = people.member(email="amina@example.org").user
        user.set_password("ein langes Geheimnis")
        user.save()
        response = client.post("/konto/login/", {"login": "amina@example.org", "password": "ein langes Geheimnis"})
        assert response.url == "/mitglieder/"

    def test_nobody_signs_up_alone(self, client):
        client.post("/konto/signup/", {"email": "neu@example.org"})
        assert not User.objects.exists()


@pytest.mark.parametrize("door", ["/konto/logout/", "/redaktion/logout/"])
class TestTheWayOut:
    def test_no_half_written_form_stays_on_the_device(self, client, door):
        client.force_login(people.editor("mo"))
        assert client.post(door).url == "/"
        assert 'data-draft-done="draft:*"' in client.get("/termine/").content.decode()
        assert client.get("/redaktion/").status_code == 302

    def test_a_link_signs_nobody_out(self, client, door):
        client.force_login(people.editor("mo"))
        client.get(door)
        assert client.get("/redaktion/").status_code == 200


class TestTheAdminsDoor:
    def test_a_visitor_signs_in_where_everybody_does(self, client):
        response = client.get("/redaktion/", follow=True)
        assert response.redirect_chain[-1][0] == "/konto/login/?next=/redaktion/"

    def test_a_member_who_does_not_write_is_told_so(self, client):
        client.force_login(people.representative().user)
        response = client.get("/redaktion/", follow=True)
        assert response.status_code == 403

    def test_an_editor_comes_in(self, client):
        client.force_login(people.editor("mo"))
        assert client.get("/redaktion/").status_code == 200

    def test_the_desk_leads_to_ones_own_account(self, client):
        client.force_login(people.editor("mo"))
        assert 'href="/konto/2fa/"' in client.get("/redaktion/account/").content.decode()

    def test_the_desk_bears_the_sites_name(self, client):
        client.force_login(people.editor("mo"))
        page = client.get("/redaktion/").content.decode()
        assert "Vielfaltsnetz Hessen</title>" in page
        assert "icons/favicon.svg" in page
        assert ">Wagtail<" not in page
