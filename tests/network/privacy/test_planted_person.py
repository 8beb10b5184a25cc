"""A person in every table, erased: nothing is found any more but what must be proved, with its reason."""

import pytest
from django.utils import timezone, translation

from events.programme.enums import SeatMode
from events.registration.models import Registration, SeatPool
from network.accounts.models import Person, User
from network.organisations.models import OrganisationApplication
from network.privacy.models import ErasureRequest
from network.privacy.ports import personal_data
from network.privacy.selectors import stored_about
from network.privacy.services import erasure_ask, people_erase, person_erase
from tests.access.german import german_in, own_german_words
from tests.factories.messaging import OutboxMessageFactory
from tests.network.privacy.planting import ADDRESS, NAME, PHONE, cells_with, planted, rows_about
from tests.network.privacy.test_coverage import NOT_ABOUT_MEMBERS, columns_with_people, relations_to_people

WORDS = [NAME, ADDRESS, PHONE, "Zwetlana"]


@pytest.fixture
def person(home, purpose):
    return planted()[0]


def erased(person):
    request = erasure_ask(person=person, asked_by=person)
    ErasureRequest.objects.filter(pk=request.pk).update(due_at=timezone.now())
    return request, person_erase(request=request)


@pytest.mark.django_db
def test_the_person_stands_in_every_column_there_is(person):
    """A new table about people must be planted here, or its erasure is not proved."""
    person = Person.objects.get(pk=person.pk)
    columns = {*relations_to_people(), *columns_with_people()} - set(NOT_ABOUT_MEMBERS)
    assert {column for column in columns if not rows_about(column, person)} == set()


@pytest.mark.django_db
def test_erased_nothing_is_found_in_any_column_of_the_database(person):
    assert len(cells_with(WORDS)) > 10
    erased(Person.objects.get(pk=person.pk))
    assert cells_with(WORDS) == set()
    assert not User.objects.filter(email=ADDRESS).exists()


@pytest.mark.django_db
def test_what_is_kept_has_its_reason(person):
    _request, kept = erased(Person.objects.get(pk=person.pk))
    reasons = {rule.name: rule.reason for provider in personal_data for rule in provider.retains}
    assert set(kept) == {
        "approved_application", "editing_log", "empty_person", "erasure_request", "outbox_rows", "registrations",
    }  # fmt: skip
    assert all(reasons[name] for name in kept)


@pytest.mark.django_db
def test_the_counts_for_the_funder_stay_and_the_seat_to_come_is_free(person):
    before = Registration.objects.count()
    taken = SeatPool.objects.get(mode=SeatMode.ONSITE).taken
    erased(Person.objects.get(pk=person.pk))
    assert Registration.objects.count() == before
    assert SeatPool.objects.get(mode=SeatMode.ONSITE).taken == taken - 1
    husk = Person.objects.get(pk=person.pk)
    assert (husk.name, husk.email, husk.phone, husk.user) == ("Gelöschte Person", "", "", None)
    assert OrganisationApplication.objects.filter(contact_name="Gelöschte Person", email="").count() == 1


@pytest.mark.django_db
def test_a_second_run_changes_nothing(person):
    request, _kept = erased(Person.objects.get(pk=person.pk))
    before = ErasureRequest.objects.values().get(pk=request.pk)
    assert person_erase(request=request) == {}
    assert people_erase() == 0
    assert ErasureRequest.objects.values().get(pk=request.pk) == before


@pytest.mark.django_db
def test_every_table_shows_itself_before(person):
    shown = {section.name for section in stored_about(Person.objects.get(pk=person.pk))}
    assert shown >= {
        "person", "account", "addresses", "second_factor", "sessions", "messages", "memberships", "applications",
        "registrations", "registrations_made", "feed_tokens", "barrier_reports", "event_contacts", "consents",
        "mail_refusals", "unsubscribe_links", "erasure_requests", "editing", "log",
    }  # fmt: skip


@pytest.mark.django_db
def test_a_code_to_sign_in_is_not_shown_again(person):
    message = OutboxMessageFactory(
        recipient=ADDRESS, secret=True, subject="314-525-782 ist Ihr Code", text="314-525-782"
    )
    stored = str(stored_about(Person.objects.get(pk=person.pk)))
    assert message.subject not in stored
    assert message.text not in stored


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_shown_has_no_german_words_of_ours_in_other_languages(person, language):
    """But for the names of the editors' desk, which are marked as German."""
    words = own_german_words(language)
    with translation.override(language):
        sections = stored_about(Person.objects.get(pk=person.pk))
    ours = [text for section in sections for text in (section.title, section.retention)]
    for section in sections:
        for entry in section.entries:
            ours += [fact.label for fact in entry]
            ours += [fact.text for fact in entry if fact.name in {"state", "kind", "role"} and not fact.lang]
    assert [text for text in ours if german_in(f"<p>{text}</p>", words)] == []
