"""Where I am signed in: few words about each device, and a way to end it at once."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from network.accounts.devices import device_of
from network.accounts.tasks import sessions_erase
from network.jobs.ports import periodic_jobs
from tests.factories import people
from tests.factories.sign_in import SignedInClient

pytestmark = pytest.mark.django_db

LIST = "/konto/sessions/"
PASSWORD = "ein langes Geheimnis"
PHONE = "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0"
OFFICE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 "
    "Edg/130.0"
)


@pytest.fixture
def amina():
    user = people.representative(email="amina@example.org").user
    user.set_password(PASSWORD)
    user.save()
    return user


def signed_in(user, user_agent):
    client = SignedInClient(headers={"User-Agent": user_agent})
    client.post("/konto/login/", {"login": user.email, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


@pytest.fixture
def phone(amina):
    return signed_in(amina, PHONE)


@pytest.fixture
def office(amina):
    return signed_in(amina, OFFICE)


def end(client, of):
    return client.post(f"{LIST}{UserSession.objects.get(session_key=of.session.session_key).pk}/end/")


class TestTheWrongOne:
    def test_a_visitor_is_asked_to_sign_in(self, client, phone):
        assert client.get(LIST).url.startswith("/konto/login/")
        assert end(client, phone).url.startswith("/konto/login/")

    def test_somebody_else_sees_and_ends_nothing(self, client, phone):
        client.force_login(people.member().user)
        assert "Firefox" not in client.get(LIST).content.decode()
        assert end(client, phone).status_code == 404
        assert phone.get("/mitglieder/").status_code == 200

    def test_a_link_ends_nothing(self, phone, office):
        pk = UserSession.objects.get(session_key=office.session.session_key).pk
        assert phone.get(f"{LIST}{pk}/end/").status_code == 405


class TestTheList:
    def test_names_the_devices_and_marks_this_one(self, phone, office):
        page = phone.get(LIST).content.decode()
        assert "Firefox, Android" in page
        assert "Edge, Windows" in page
        assert page.count("dieses Gerät</span>") == 1

    def test_this_device_is_first_and_every_button_has_a_name_of_its_own(self, amina, phone, office):
        signed_in(amina, PHONE)
        UserSession.objects.filter(session_key=phone.session.session_key).update(
            last_seen_at=timezone.now() - timedelta(hours=5)
        )
        here = BeautifulSoup(office.get(LIST).content, "html.parser").select(".sessions li")
        assert "dieses Gerät" in here[0].get_text()
        names = [row.button.get_text() for row in here[1:]]
        assert len(names) == len(set(names)) == 2
        assert all("Firefox, Android, zuletzt benutzt: " in name for name in names)

    def test_one_is_signed_out_and_the_others_stay(self, phone, office):
        assert end(phone, office).url == LIST
        assert office.get("/mitglieder/").status_code == 302
        assert phone.get("/mitglieder/").status_code == 200

    def test_all_others_at_once(self, amina, phone, office):
        third = signed_in(amina, "")
        phone.post(LIST)
        assert [client.get("/mitglieder/").status_code for client in (phone, office, third)] == [200, 302, 302]

    def test_signing_an_editor_out_shuts_the_desk(self):
        client, other = SignedInClient(), SignedInClient()
        editor = people.editor("mo")
        for one in (client, other):
            one.force_login(editor)
            UserSession.objects.create(user=editor, session_key=one.session.session_key)
        assert other.get("/redaktion/").status_code == 200
        end(client, other)
        assert other.get("/redaktion/").url.startswith("/redaktion/login/")


class TestWhatIsKept:
    def test_no_network_address_and_no_fingerprint(self, phone):
        [session] = UserSession.objects.all()
        assert (session.ip, session.user_agent) == ("0.0.0.0", "Firefox, Android")

    def test_the_last_use_to_the_hour(self, phone):
        [session] = UserSession.objects.all()
        phone.get("/mitglieder/")
        session.refresh_from_db()
        first = session.last_seen_at
        with time_machine.travel(timezone.now() + timedelta(minutes=30)):
            phone.get("/mitglieder/")
        session.refresh_from_db()
        assert session.last_seen_at == first
        with time_machine.travel(timezone.now() + timedelta(minutes=90)):
            phone.get("/mitglieder/")
        session.refresh_from_db()
        assert session.last_seen_at > first + timedelta(hours=1)

    def test_a_session_in_use_does_not_end(self, phone):
        with time_machine.travel(timezone.now() + timedelta(days=10)):
            phone.get("/mitglieder/")
        with time_machine.travel(timezone.now() + timedelta(days=20)):
            assert phone.get("/mitglieder/").status_code == 200

    def test_who_only_looks_around_leaves_nothing(self, client):
        client.get("/termine/")
        assert not Session.objects.exists()
        assert not client.cookies

    def test_what_is_over_is_erased(self, phone, office):
        phone.post("/konto/logout/")
        sessions_erase()
        assert [session.user_agent for session in UserSession.objects.all()] == ["Edge, Windows"]
        with time_machine.travel(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE + 60)):
            sessions_erase()
        assert not UserSession.objects.exists()
        assert not Session.objects.exists()

    def test_the_worker_does_it_every_hour(self):
        assert "sessions-erase" in periodic_jobs.names()


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (PHONE, "Firefox, Android"),
        (OFFICE, "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari, iPhone"),
        ("(Linux; Android 13; SM-A515F) SamsungBrowser/26.0 Chrome/122.0 Safari/537.36", "Samsung Internet, Android"),
        ("Mozilla/5.0 (X11; CrOS x86_64) Chrome/130.0 Safari/537.36", "Chrome, Chromebook"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/17.0 Safari/605.1.15", "Safari, Mac"),
        ("curl/8.5", ""),
        ("", ""),
        ("🦊" * 400 + "<script>", ""),
    ],
)
def test_a_device_in_words(user_agent, words):
    assert device_of(user_agent) == words
    assert device_of(words) == words
