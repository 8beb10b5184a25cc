"""Secret addresses: random, hashed, revocable."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict

from events.calendars import tokens
from events.calendars.enums import FeedKind
from events.calendars.models import FeedToken
from events.calendars.tokens import (
    feed_token_create,
    feed_token_find,
    feed_token_note_use,
    feed_token_revoke,
    feed_tokens_revoke_all,
)
from tests.factories.calendars import person_create, token_create

pytestmark = pytest.mark.django_db


def find(secret):
    return feed_token_find(secret, kind=FeedKind.PERSONAL)


def test_a_secret_has_160_random_bits_and_is_not_stored():
    token, secret = token_create()
    _other, another = token_create()
    assert len(secret) == 27  # 20 bytes in base64
    assert secret != another
    assert secret not in str({**model_to_dict(token), "digest": token.digest})
    assert find(secret) == token


@pytest.mark.parametrize("wrong", ["", "x", "ü", "../..", "x" * 5000, "\x00", "😀"])
def test_anything_else_finds_nothing(wrong):
    _token, secret = token_create()
    assert find(wrong) is None
    assert find(secret + wrong if wrong else secret[:-1]) is None


def test_the_digest_is_no_key():
    token, _secret = token_create()
    assert find(token.digest) is None


def test_an_unknown_secret_takes_the_same_query(django_assert_num_queries):
    _token, secret = token_create()
    for asked in (secret, "unknown", "x" * 5000):
        with django_assert_num_queries(1):
            find(asked)


def test_a_token_of_another_kind_opens_nothing():
    token, secret = token_create()
    FeedToken.objects.filter(pk=token.pk).update(kind="organisation")
    assert find(secret) is None


def test_revoking_closes_one_and_leaves_the_others():
    person = person_create()
    phone, phone_secret = token_create(person, "Handy")
    _office, office_secret = token_create(person, "Büro")
    first = feed_token_revoke(person=person, pk=phone.pk).revoked_at
    assert find(phone_secret) is None
    assert find(office_secret) is not None
    assert feed_token_revoke(person=person, pk=phone.pk).revoked_at == first


def test_nobody_revokes_what_belongs_to_somebody_else():
    token, secret = token_create()
    with pytest.raises(FeedToken.DoesNotExist):
        feed_token_revoke(person=person_create("Ben"), pk=token.pk)
    assert find(secret) is not None


def test_all_at_once():
    person, other = person_create(), person_create("Ben")
    secrets = [token_create(person)[1] for _ in range(3)]
    _token, others = token_create(other)
    assert feed_tokens_revoke_all(person=person, kind=FeedKind.PERSONAL) == 3
    assert [find(secret) for secret in secrets] == [None] * 3
    assert find(others) is not None
    assert feed_tokens_revoke_all(person=person) == 0


def test_addresses_go_with_the_person():
    token, secret = token_create()
    token.person.delete()
    assert find(secret) is None


def test_there_is_an_end_to_addresses(monkeypatch):
    monkeypatch.setattr(tokens, "TOKENS_PER_PERSON", 2)
    person = person_create()
    first, _secret = token_create(person)
    token_create(person)
    with pytest.raises(ValidationError, match="2 Adressen"):
        feed_token_create(person=person, name="Dritte")
    feed_token_revoke(person=person, pk=first.pk)
    token_create(person, "Dritte")


def test_use_is_noted_to_the_hour_and_costs_no_write_in_between(django_assert_num_queries):
    token, secret = token_create()
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    for minutes, writes, noted in ((0, 1, 0), (1, 0, 0), (59, 0, 0), (61, 1, 61)):
        with time_machine.travel(noon + timedelta(minutes=minutes), tick=False):
            found = find(secret)
            with django_assert_num_queries(writes):
                feed_token_note_use(found)
        token.refresh_from_db()
        assert token.last_used_at == noon + timedelta(minutes=noted)


def test_two_programs_at_once_write_once():
    _token, secret = token_create()
    first, second = find(secret), find(secret)
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC), tick=False):
        feed_token_note_use(first)
    with time_machine.travel(datetime(2026, 11, 22, 12, 1, tzinfo=UTC), tick=False):
        feed_token_note_use(second)
    assert find(secret).last_used_at == datetime(2026, 11, 22, 12, tzinfo=UTC)
