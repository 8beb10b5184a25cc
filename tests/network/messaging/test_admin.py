"""The outbox in the admin: administrators look, nobody writes."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import NoReverseMatch, reverse

from network.messaging.enums import MessageState
from network.messaging.models import OutboxMessage
from tests.factories.messaging import OutboxAttachmentFactory, OutboxMessageFactory

pytestmark = pytest.mark.django_db

LIST = "/redaktion/postausgang/"


@pytest.fixture
def administrator(client):
    user = get_user_model().objects.create_superuser("chef@example.org", "geheim-genug")
    client.force_login(user)
    return user


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_user("redaktion@example.org", "geheim-genug")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return user


def test_an_administrator_sees_the_messages_and_filters_by_state(client, administrator):
    sent = OutboxMessageFactory(sent=True)
    failed = OutboxMessageFactory(failed=True)
    everything = client.get(LIST).content.decode()
    assert sent.recipient in everything
    assert failed.recipient in everything
    some = client.get(LIST, {"state": "failed"}).content.decode()
    assert failed.recipient in some
    assert sent.recipient not in some


def test_an_administrator_finds_a_message_by_address(client, administrator):
    wanted, other = OutboxMessageFactory.create_batch(2)
    found = client.get(LIST, {"q": wanted.recipient}).content.decode()
    assert reverse("outbox:inspect", args=[wanted.pk]) in found
    assert reverse("outbox:inspect", args=[other.pk]) not in found


def test_an_administrator_reads_what_was_sent_and_why_it_failed(client, administrator):
    message = OutboxMessageFactory(failed=True, text="Hallo <b>Amina</b>")
    OutboxAttachmentFactory(message=message, filename="treffen.ics")
    page = client.get(reverse("outbox:inspect", args=[message.pk])).content.decode()
    assert "Hallo &lt;b&gt;Amina&lt;/b&gt;" in page
    assert "451 try later" in page
    assert "treffen.ics" in page


def test_nobody_reads_another_persons_sign_in_code(client, administrator):
    message = OutboxMessageFactory(failed=True, secret=True, subject="Code 123456", text="Ihr Code: 123456")
    for address in (LIST, reverse("outbox:inspect", args=[message.pk])):
        assert "123456" not in client.get(address).content.decode()


def test_an_administrator_sends_a_failed_message_again(client, administrator):
    message = OutboxMessageFactory(failed=True)
    inspect = reverse("outbox:inspect", args=[message.pk])
    assert "Erneut senden" in client.get(inspect).content.decode()
    answer = client.post(reverse("outbox:resend", args=[message.pk]))
    assert answer.headers["Location"] == inspect
    message.refresh_from_db()
    assert message.state == MessageState.QUEUED


def test_a_sent_message_has_no_button_and_no_second_journey(client, administrator):
    message = OutboxMessageFactory(sent=True)
    assert "Erneut senden" not in client.get(reverse("outbox:inspect", args=[message.pk])).content.decode()
    client.post(reverse("outbox:resend", args=[message.pk]))
    message.refresh_from_db()
    assert message.state == MessageState.SENT


def test_a_link_alone_sends_nothing(client, administrator):
    message = OutboxMessageFactory(failed=True)
    assert client.get(reverse("outbox:resend", args=[message.pk])).status_code == 405


@pytest.mark.parametrize("name", ["index", "index_results", "inspect", "resend"])
def test_an_editor_is_refused_everywhere(client, editor, name):
    message = OutboxMessageFactory(failed=True)
    address = reverse(f"outbox:{name}", args=[message.pk] if name in {"inspect", "resend"} else [])
    answer = client.post(address) if name == "resend" else client.get(address)
    assert message.recipient not in answer.content.decode()
    assert answer.status_code in {302, 403, 404}
    assert "Postausgang" not in client.get("/redaktion/").content.decode()
    assert OutboxMessage.objects.get().state == MessageState.FAILED


@pytest.mark.parametrize("name", ["add", "edit", "delete", "copy", "history", "usage"])
def test_there_is_no_address_to_write_to(name):
    with pytest.raises(NoReverseMatch):
        reverse(f"outbox:{name}", args=[] if name == "add" else [1])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions_for_one_row_and_for_three(
    rows, client, administrator, django_assert_num_queries
):
    OutboxMessageFactory.create_batch(rows)
    client.get(LIST)  # fills the caches of content types and permissions
    with django_assert_num_queries(9):
        client.get(LIST)
