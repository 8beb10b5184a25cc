"""Who opens the editors' desk passes a second factor first; nobody else has to."""

import logging
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.usersessions.models import UserSession
from django.core.management import CommandError, call_command
from django.utils import timezone

from network.accounts.models import User
from network.messaging.models import OutboxMessage
from tests.factories import people
from tests.factories.sign_in import SignedInClient, code_of, second_factor

pytestmark = pytest.mark.django_db

PASSWORD = "ein langes Geheimnis"
SET_UP, ENTER_CODE, CODES = "/konto/2fa/totp/activate/", "/konto/2fa/reauthenticate/", "/konto/2fa/recovery-codes/"


@pytest.fixture
def editor():
    return people.editor("mo", email="jonas@example.org")


@pytest.fixture
def with_app(editor):
    """The editor, who has a code app and recovery codes."""
    second_factor(editor)
    RecoveryCodes.activate(editor)
    return editor


def with_password(user):
    user.set_password(PASSWORD)
    user.save()
    return user


def mails(template):
    return OutboxMessage.objects.filter(template=f"account/{template}")


def set_up(client, **data):
    """Go through the set-up: the page, then the code of the secret it shows."""
    client.get(SET_UP)
    return client.post(SET_UP, {"code": code_of(client.session["mfa.totp.secret"]), **data})


class TestWhoNeedsNone:
    def test_a_visitor_reads(self, client):
        assert client.get("/termine/").status_code == 200

    def test_a_representative_signs_in_without(self, client):
        client.force_login(people.representative().user)
        assert client.get("/mitglieder/").status_code == 200

    def test_but_may_have_one_and_is_then_asked_for_it(self, client):
        user = with_password(people.member(email="amina@example.org").user)
        second_factor(user)
        response = client.post("/konto/login/", {"login": user.email, "password": PASSWORD})
        assert response.url == "/konto/2fa/authenticate/"
        assert client.get("/mitglieder/").status_code == 302


class TestHalfSignedIn:
    """Every address is walked in tests/access/test_half_signed_in.py; here is what one sees."""

    def test_the_desk_leads_to_the_set_up_and_back(self, client, editor):
        client.force_login(editor, half=True)
        response = client.get("/redaktion/pages/?q=x")
        assert response.url == f"{SET_UP}?next=%2Fredaktion%2Fpages%2F%3Fq%3Dx"

    def test_a_members_page_leads_to_the_set_up_and_back(self, client, editor):
        client.force_login(editor, half=True)
        response = client.get("/mitglieder/", follow=True)
        assert response.redirect_chain == [
            ("/konto/login/?next=/mitglieder/", 302),
            (f"{SET_UP}?next=%2Fmitglieder%2F", 302),
        ]

    def test_public_pages_stay_readable(self, client, editor):
        client.force_login(editor, half=True)
        assert client.get("/termine/").status_code == 200

    @pytest.mark.parametrize(
        "headers",
        [{"Accept": "application/json"}, {"X-Requested-With": "XMLHttpRequest"}, {"Sec-Fetch-Dest": "empty"}],
        ids=str,
    )
    def test_a_script_is_refused_in_plain_words_and_the_log_says_why(self, client, editor, headers, caplog):
        client.force_login(editor, half=True)
        with caplog.at_level(logging.WARNING, logger="network.accounts"):
            response = client.get("/redaktion/api/main/pages/", headers=headers)
        assert response.status_code == 403
        assert "Code-App" in response.content.decode()
        assert "no second factor" in caplog.text

    def test_a_session_from_before_the_person_became_an_editor(self, client):
        user = people.member().user
        client.force_login(user)
        assert client.get("/mitglieder/").status_code == 200
        user.groups.add(people.unit("mo").editors_group)
        assert client.get("/redaktion/").url.startswith(SET_UP)
        assert client.get("/mitglieder/").status_code == 302

    def test_a_stolen_session_from_before_the_factor_was_set_up(self, client, editor):
        thief = SignedInClient()
        thief.force_login(editor, half=True)
        client.force_login(editor, half=True)
        set_up(client)
        assert client.get("/redaktion/").status_code == 200
        assert thief.get("/redaktion/").url.startswith(ENTER_CODE)
        assert thief.get(SET_UP).status_code == 302
        assert not thief.get("/mitglieder/").wsgi_request.user.is_authenticated

    def test_a_session_that_began_on_a_way_around_enters_the_code(self, client, with_app):
        client.force_login(with_app, half=True)
        page = client.get(f"{ENTER_CODE}?next=/redaktion/pages/")
        assert "Zweiter Schritt" in page.content.decode()
        assert client.post(ENTER_CODE, {"code": "000000"}).status_code == 200
        assert client.get("/redaktion/").status_code == 302
        response = client.post(ENTER_CODE, {"code": code_of(), "next": "/redaktion/pages/"})
        assert response.url == "/redaktion/pages/"
        assert client.get("/redaktion/").status_code == 200

    def test_a_password_entered_anew_is_no_second_factor(self, client, with_app):
        with_password(with_app)
        client.force_login(with_app, half=True)
        assert "Passwort" not in client.get(ENTER_CODE).content.decode().partition("<main")[2]
        client.post("/konto/reauthenticate/", {"password": PASSWORD, "next": "/redaktion/"})
        assert client.get("/redaktion/").status_code == 302

    def test_the_way_out_stays_open(self, client, editor):
        client.force_login(editor, half=True)
        client.post("/konto/logout/")
        assert client.get("/redaktion/").url.startswith("/redaktion/login/")

    def test_an_administrator_made_at_the_command_line_is_no_exception(self, client):
        call_command("create_administrator", "chefin@example.org", name="Die Chefin")
        administrator = User.objects.get(email="chefin@example.org")
        client.force_login(administrator, half=True)
        assert client.get("/redaktion/").url.startswith(SET_UP)


class TestSetUp:
    def test_from_the_first_sign_in_to_the_desk(self, client, editor):
        with_password(editor)
        answer = client.post("/konto/login/", {"login": editor.email, "password": PASSWORD, "next": "/redaktion/"})
        assert answer.url == "/redaktion/"
        page = client.get("/redaktion/", follow=True)
        assert page.redirect_chain[-1][0].startswith("/konto/reauthenticate/?next=%2Fkonto%2F2fa%2Ftotp")
        page = client.post(
            "/konto/reauthenticate/", {"password": PASSWORD, "next": f"{SET_UP}?next=/redaktion/"}, follow=True
        )
        assert "Ihr Konto öffnet die Redaktion" in page.content.decode()

        codes = set_up(client, next="/redaktion/")
        assert codes.url == f"{CODES}?next=%2Fredaktion%2F"
        shown = client.get(codes.url).content.decode()
        assert all(code in shown for code in Authenticator.objects.get(type="recovery_codes").wrap().generate_codes())

        assert "Häkchen" in client.post(CODES, {"next": "/redaktion/"}).content.decode()
        assert client.post(CODES, {"kept": "on", "next": "/redaktion/"}).url == "/redaktion/"
        assert client.get("/redaktion/").status_code == 200

    def test_the_key_is_readable_aloud(self, client, editor):
        client.force_login(editor, half=True)
        page = client.get(SET_UP).content.decode()
        secret = client.session["mfa.totp.secret"]
        assert f'dir="ltr">{" ".join(secret[i : i + 4] for i in range(0, 32, 4))}<' in page

    def test_a_wrong_code_sets_up_nothing_and_the_secret_stays(self, client, editor):
        client.force_login(editor, half=True)
        client.get(SET_UP)
        secret = client.session["mfa.totp.secret"]
        page = client.post(SET_UP, {"code": "000000"}).content.decode()
        assert "gerade zeigt" in page
        assert client.session["mfa.totp.secret"] == secret
        assert not Authenticator.objects.exists()

    def test_nobody_adds_a_factor_at_an_open_browser_without_the_password(self, client, editor):
        with_password(editor)
        client.force_login(editor, half=True)
        assert client.get(SET_UP).url.startswith("/konto/reauthenticate/")

    def test_an_address_that_waits_to_be_confirmed_is_no_dead_end(self, client, editor):
        EmailAddress.objects.create(user=editor, email="neu@example.org", verified=False)
        client.force_login(editor, half=True)
        assert client.get(SET_UP).status_code == 200

    @pytest.mark.parametrize("target", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
    def test_next_leads_to_no_other_site(self, client, editor, target):
        client.force_login(editor, half=True)
        assert "example.com" not in set_up(client, next=target).url.partition("next=")[0]
        assert client.post(CODES, {"kept": "on", "next": target}).url == "/mitglieder/"

    def test_the_owner_is_told_by_mail(self, client, editor, django_capture_on_commit_callbacks):
        client.force_login(editor, half=True)
        with django_capture_on_commit_callbacks(execute=True):
            set_up(client)
        assert mails("totp_activated").get().recipient == editor.email


class TestSigningInWithIt:
    @pytest.fixture
    def at_the_second_step(self, client, with_app):
        with_password(with_app)
        client.post("/konto/login/", {"login": with_app.email, "password": PASSWORD, "next": "/redaktion/"})
        return client

    def enter(self, client, code):
        return client.post("/konto/2fa/authenticate/", {"code": code})

    def test_the_code_opens_the_desk(self, at_the_second_step):
        assert self.enter(at_the_second_step, code_of()).url == "/redaktion/"
        assert at_the_second_step.get("/redaktion/").status_code == 200

    def test_also_after_a_code_by_mail(self, client, with_app):
        client.post("/konto/login/code/", {"email": with_app.email})
        mail = mails("login_code").get()
        code = next(line.strip() for line in mail.text.splitlines() if line.startswith("    "))
        assert client.post("/konto/login/code/confirm/", {"code": code}).url == "/konto/2fa/authenticate/"
        assert client.get("/redaktion/").status_code == 302

    def test_a_wrong_code_does_not(self, at_the_second_step):
        page = self.enter(at_the_second_step, "123456" if code_of() != "123456" else "654321")
        assert "gerade zeigt" in page.content.decode()
        assert at_the_second_step.get("/redaktion/").status_code == 302

    def test_nor_one_that_is_over(self, at_the_second_step):
        assert self.enter(at_the_second_step, code_of(steps=-2)).status_code == 200

    def test_a_code_opens_once(self, at_the_second_step, with_app):
        with time_machine.travel(timezone.now().replace(second=3), tick=False):
            code = code_of()
            self.enter(at_the_second_step, code)
            again = SignedInClient()
            again.post("/konto/login/", {"login": with_app.email, "password": PASSWORD})
            assert self.enter(again, code).status_code == 200
            assert again.get("/redaktion/").status_code == 302

    def test_guessing_ends_soon(self, at_the_second_step):
        for _attempt in range(12):
            self.enter(at_the_second_step, "000000")
        assert self.enter(at_the_second_step, code_of()).status_code == 200
        assert at_the_second_step.get("/redaktion/").status_code == 302

    def test_a_recovery_code_opens_once_and_its_owner_is_told(self, at_the_second_step, with_app):
        code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
        assert self.enter(at_the_second_step, code).url == "/redaktion/"
        assert at_the_second_step.get("/redaktion/").status_code == 200
        mail = mails("recovery_code_used").get()
        assert mail.recipient == with_app.email
        assert "noch 9 Ersatzcodes" in mail.text

        again = SignedInClient()
        again.post("/konto/login/", {"login": with_app.email, "password": PASSWORD})
        assert self.enter(again, code).status_code == 200
        assert again.get("/redaktion/").status_code == 302


class TestLosingIt:
    def test_removing_the_app_leads_straight_to_the_next_one(self, client, with_app):
        client.force_login(with_app)
        client.post(ENTER_CODE, {"code": code_of()})
        page = client.get("/konto/2fa/totp/deactivate/").content.decode()
        assert "neue einrichten" in page
        assert client.post("/konto/2fa/totp/deactivate/").url == SET_UP
        assert client.get("/redaktion/").url.startswith(SET_UP)

    def test_a_session_that_passed_the_old_app_has_not_passed_the_new_one(self, client, with_app):
        other = SignedInClient()
        other.force_login(with_app)
        Authenticator.objects.all().delete()
        with time_machine.travel(timezone.now() + timedelta(minutes=1)):
            second_factor(with_app, "GEZDGNBVGY3TQOJQ")
        assert other.get("/redaktion/").url.startswith(ENTER_CODE)

    def test_new_recovery_codes_throw_nobody_out(self, client, with_app):
        client.force_login(with_app)
        client.post(ENTER_CODE, {"code": code_of()})
        client.post("/konto/2fa/recovery-codes/generate/")
        assert client.get("/redaktion/").status_code == 200

    def test_the_operator_takes_it_off(self, client, with_app, capsys, caplog):
        client.force_login(with_app)
        UserSession.objects.create(user=with_app, session_key=client.session.session_key)
        with caplog.at_level(logging.WARNING, logger="network.accounts"):
            call_command("reset_second_factor", "Jonas@example.org")
        assert "gelöscht" in capsys.readouterr().out
        assert f"account {with_app.pk}" in caplog.text
        assert not Authenticator.objects.exists()
        assert mails("second_factor_reset").get().recipient == with_app.email
        assert client.get("/redaktion/").url.startswith("/redaktion/login/")

    def test_twice_does_no_harm(self, with_app, capsys):
        call_command("reset_second_factor", with_app.email)
        call_command("reset_second_factor", with_app.email)
        assert "hatte keine Code-App" in capsys.readouterr().out
        assert mails("second_factor_reset").count() == 1

    def test_an_unknown_address_is_named(self):
        with pytest.raises(CommandError, match="niemand@"):
            call_command("reset_second_factor", "niemand@example.org")
