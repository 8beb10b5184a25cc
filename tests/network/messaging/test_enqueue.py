"""Writing a mail into the outbox."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.template import TemplateDoesNotExist

from network.messaging.enums import MessageState
from network.messaging.models import OutboxMessage
from network.messaging.services import Attachment, message_enqueue
from tests.factories.messaging import OutboxMessageFactory


def enqueue(**changes):
    values = {
        "key": "probe:1",
        "template": "probe",
        "to": "amina@example.org",
        "language": "de",
        "context": {"number": 1, "name": "Amina"},
    }
    return message_enqueue(**(values | changes))


@pytest.mark.django_db
class TestOneReasonOneMail:
    def test_a_message_waits_and_a_worker_is_told_after_the_commit(
        self, handed_over, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            message = enqueue()
            assert handed_over == []
        assert message.state == MessageState.QUEUED
        assert handed_over == [message.pk]

    def test_the_same_key_again_returns_the_first_message_unchanged(
        self, handed_over, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            first = enqueue()
            second = enqueue(to="someone.else@example.org", context={"name": "Bahar"})
        assert second.pk == first.pk
        assert second.recipient == "amina@example.org"
        assert handed_over == [first.pk]

    def test_a_rolled_back_transaction_leaves_no_mail(self):
        with transaction.atomic():
            enqueue()
            transaction.set_rollback(True)
        assert not OutboxMessage.objects.exists()

    def test_a_broken_broker_loses_neither_the_mail_nor_the_request(
        self, monkeypatch, django_capture_on_commit_callbacks
    ):
        def broken(*_args, **_options):
            raise ConnectionError

        monkeypatch.setattr("network.messaging.services.async_task", broken)
        with django_capture_on_commit_callbacks(execute=True):
            message = enqueue()
        assert OutboxMessage.objects.get().pk == message.pk


@pytest.mark.django_db(transaction=True)
def test_the_same_key_from_two_threads_at_once_gives_one_message(handed_over):
    at_once = threading.Barrier(2)
    found = []

    def one_request(to):
        try:
            at_once.wait(timeout=10)
            with transaction.atomic():
                found.append(enqueue(to=to).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=one_request, args=(f"{name}@example.org",)) for name in ("amina", "bahar")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [OutboxMessage.objects.get().pk] * 2
    assert len(handed_over) == 1


@pytest.mark.django_db
class TestTexts:
    def test_are_rendered_at_once_in_the_recipients_language(self):
        message = enqueue(language="en", context={"number": 7, "name": "Amina"})
        assert message.language == "en"
        assert message.subject == "Test 7: Amina"
        assert "Vielfaltsnetz Hessen" in message.text
        assert message.text.endswith("en\n")

    @pytest.mark.parametrize(("wish", "given"), [("en-gb", "en"), ("ti", "de"), ("", "de"), ("../..", "de")])
    def test_fall_back_to_a_language_that_is_offered(self, wish, given):
        assert enqueue(language=wish).language == given

    def test_escape_in_html_only(self):
        message = enqueue(context={"number": 1, "name": "Kaya & <b>Söhne</b>"})
        assert message.subject == "Test 1: Kaya & <b>Söhne</b>"
        assert "Hallo Kaya & <b>Söhne</b>," in message.text
        assert "Kaya &amp; &lt;b&gt;Söhne&lt;/b&gt;" in message.html

    def test_have_no_gaps_where_a_template_left_something_out(self):
        assert "\n\n\n" not in enqueue().text

    def test_a_missing_template_is_an_error_at_once(self):
        with pytest.raises(TemplateDoesNotExist):
            enqueue(template="nothing")


@pytest.mark.django_db
class TestHeaders:
    @pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "\x00"])
    def test_a_line_break_in_a_name_writes_no_header(self, break_):
        message = enqueue(context={"number": 1, "name": f"Amina{break_}Bcc: all@example.org"})
        assert message.subject.isprintable()

    def test_an_override_character_does_not_turn_the_subject_round(self):
        assert enqueue(context={"number": 1, "name": "a\u202ecod.exe"}).subject == "Test 1: acod.exe"

    def test_a_novel_for_a_title_is_cut(self):
        assert len(enqueue(context={"number": 1, "name": "x" * 5000}).subject) == 250

    @pytest.mark.parametrize(
        "to", ["", "amina", "amina@example.org\nBcc: all@example.org", "a@example.org, b@example.org"]
    )
    def test_only_one_whole_address_is_taken(self, to):
        with pytest.raises(ValidationError):
            enqueue(to=to)

    @pytest.mark.parametrize("field", ["subject", "recipient"])
    def test_the_database_refuses_a_second_line(self, field):
        with pytest.raises(IntegrityError):
            OutboxMessageFactory(**{field: "a@example.org\nBcc: all@example.org"})

    def test_the_message_id_is_of_our_own_domain(self, settings):
        settings.BASE_URL = "https://vielfaltsnetz.example:8443"
        assert enqueue().message_id.endswith("@vielfaltsnetz.example>")


class TestAttachment:
    @pytest.mark.parametrize("filename", ["a\nb.ics", "../a.ics", "a\\b.ics", "", "a\x00.ics", "x" * 201])
    def test_refuses_what_is_not_a_file_name(self, filename):
        with pytest.raises(ValueError, match="file name"):
            Attachment(filename, b"", "text/calendar")

    @pytest.mark.parametrize(
        "mimetype", ["calendar", "text/calendar\nBcc: all@example.org", "text/", "a/b/c", "a/b; c"]
    )
    def test_refuses_what_is_not_a_media_type(self, mimetype):
        with pytest.raises(ValueError, match="media type"):
            Attachment("a.ics", b"", mimetype)

    @pytest.mark.django_db
    def test_is_stored_with_the_message(self):
        message = enqueue(attachments=[Attachment("Termin – März.ics", b"\x00\xff", "application/pdf")])
        assert [bytes(file.content) for file in message.attachments.all()] == [b"\x00\xff"]
