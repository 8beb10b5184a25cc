"""Likely duplicates, claims, questions, reminders: what happens around an application."""

import re
import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone

from network.accounts.models import Person
from network.messaging.models import OutboxMessage
from network.organisations.decisions import (
    application_approve,
    application_ask,
    application_reject,
    applications_remind,
    claim_object,
)
from network.organisations.duplicates import likely_duplicates
from network.organisations.enums import ApplicationState, MembershipRole, OrganisationState
from network.organisations.models import Membership, Organisation, OrganisationApplication, UnitRule
from network.organisations.name_keys import are_alike, name_key, web_key
from network.organisations.permissions import represents
from network.organisations.personal_data import Roles
from network.organisations.unit_rules import unit_for
from network.privacy.ports import Subject
from network.working_days import working_days_between
from tests.factories import people
from tests.factories.places import postcode
from tests.network.organisations.test_application import answers, apply, verified

AMHARIC = ("የኢትዮጵያ ማኅበር " * 17)[:199] + "አ"


@pytest.fixture
def units():
    return people.unit("mo"), people.unit("lotsen")


def secret_link(mail):
    return re.search(r"/mitmachen/\w+/\S+/", mail.text).group()


def claim(client, organisation, email="neu@example.org", **changed):
    typed = {"contact_name": "Neue Vorsitzende", "email": email, "claim_reason": "Seit März im Vorstand.", **changed}
    return client.post(f"/mitmachen/zugang/{organisation.pk}/", typed)


def confirmed_claim(client, organisation, **changed):
    claim(client, organisation, **changed)
    client.post(secret_link(OutboxMessage.objects.latest("pk")))
    return OrganisationApplication.objects.latest("pk")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brücke e. V.", "BRUECKE eV"),
        ("Frauen für Hanau", "Hanau Frauen e.V."),
        ("Надежда", "Nadezhda"),
        ("Надежда", "Nadeshda"),
        ("Straßenkinder Kassel", "Strassenkinder-Kassel"),
    ],
)
def test_spellings_of_one_name_are_alike(one, other):
    assert are_alike(name_key(one), name_key(other))


def test_other_names_are_not_alike():
    assert not are_alike(name_key("Frauentreff Hanau"), name_key("Familientreff Hanau"))
    assert name_key(AMHARIC)
    assert len(name_key(AMHARIC)) <= 200
    assert name_key("!!!")
    assert web_key("https://www.Verein.de/wir") == web_key("verein.de")


def test_working_days_leave_out_weekends_and_the_holidays_of_hessen():
    # 2026-06-04 is Corpus Christi, a Thursday: a holiday in Hessen and not in Berlin
    wednesday, monday = timezone.datetime(2026, 6, 3).date(), timezone.datetime(2026, 6, 8).date()
    assert working_days_between(wednesday, monday) == 2


@pytest.mark.django_db
class TestUnitRules:
    def test_say_who_looks_after_whom_and_can_be_changed(self, units):
        mo, lotsen = units
        assert unit_for("migrant_organisation", lotsen) == mo
        assert unit_for("family_centre", lotsen) == lotsen
        UnitRule.objects.filter(kind="diversity_centre").update(unit=lotsen)
        assert unit_for("diversity_centre") == lotsen

    def test_a_family_centre_chooses_on_the_form(self, client, units):
        apply(client, kind="family_centre", unit=units[1].pk)
        assert OrganisationApplication.objects.get().unit == units[1]


@pytest.mark.django_db
class TestLikelyDuplicates:
    def test_are_shown_before_anything_is_sent(self, client, units):
        people.organisation("Bruecke eV")
        page = apply(client)
        assert page.status_code == 200
        assert "Das sind wir: Zugang anfragen" in page.content.decode()
        assert 'value="Amina Yıldız"' in page.content.decode()  # nothing typed is lost
        assert not OrganisationApplication.objects.exists()
        assert not OutboxMessage.objects.exists()

    def test_another_organisation_goes_on(self, client, units):
        people.organisation("Bruecke eV")
        assert apply(client, different="1").url == "/mitmachen/gesendet/"
        assert OrganisationApplication.objects.get().name == "Brücke e. V."

    def test_one_can_go_back_to_the_form(self, client, units):
        people.organisation("Bruecke eV")
        page = apply(client, edit="1").content.decode()
        assert 'value="Brücke e. V."' in page
        assert "Das sind wir" not in page

    def test_what_was_typed_goes_on_into_the_claim(self, client, units):
        organisation = people.organisation("Bruecke eV")
        page = client.post(f"/mitmachen/zugang/{organisation.pk}/", answers(prefill="1")).content.decode()
        assert 'value="Amina Yıldız"' in page
        assert 'value="amina@example.org"' in page
        assert "error-summary" not in page

    def test_erased_organisations_and_unconfirmed_applications_stay_out(self, client, units):
        people.organisation("Brücke")
        Organisation.objects.update(state=OrganisationState.ERASED)
        apply(client, name="Hoffnung", email="a@example.org")
        assert not likely_duplicates(name="Brücke", place=postcode("63450"))
        assert not likely_duplicates(name="Hoffnung", place=postcode("63450"))

    def test_a_web_address_finds_a_renamed_one_and_the_index_is_used(self, units, django_assert_max_num_queries):
        other = people.organisation("Ganz anders", plz="34117")
        Organisation.objects.filter(pk=other.pk).update(web_key="bruecke.de")
        place = postcode("63450")
        with django_assert_max_num_queries(4):
            found = likely_duplicates(name="Neu", place=place, website="https://www.bruecke.de/")
        assert [one.organisation_id for one in found] == [other.pk]
        assert "SCAN" not in Organisation.objects.filter(name_key="x").explain() or connection.vendor != "sqlite"

    def test_a_name_of_200_signs_in_amharic(self, client, units):
        assert apply(client, name=AMHARIC).url == "/mitmachen/gesendet/"
        assert len(OrganisationApplication.objects.get().name) == 200
        page = apply(client, name=AMHARIC + "አ")
        assert "Das ist zu lang" in page.context["form"].errors["name"][0]


@pytest.mark.django_db
class TestClaims:
    def test_a_foreign_claim_is_refused_and_changes_nothing(self, client, units):
        organisation = people.organisation("Brücke")
        people.representative(organisation, name="Geheime Vertretung", email="vertretung@example.org")
        before = Organisation.objects.values().get()

        page = client.get(f"/mitmachen/zugang/{organisation.pk}/").content.decode()
        wish = confirmed_claim(client, organisation)
        application_reject(application=wish, actor=people.editor("mo"), reason="Wir kennen Sie nicht.")

        assert "Geheime Vertretung" not in page
        to_claimant = OutboxMessage.objects.filter(recipient="neu@example.org")
        assert to_claimant.count() == 2
        assert not any("Geheime" in mail.text or "vertretung@" in mail.text for mail in to_claimant)
        assert Organisation.objects.values().get() == before
        assert Membership.objects.count() == 1

    def test_representatives_hear_of_it_first_and_object(self, client, units):
        organisation = people.organisation("Brücke")
        amina = people.representative(organisation, email="vertretung@example.org")
        wish = confirmed_claim(client, organisation)
        told = OutboxMessage.objects.get(recipient="vertretung@example.org")
        assert f"/mitglieder/zugang/{wish.pk}/" in told.text

        with pytest.raises(ValidationError, match="widersprechen"):
            application_approve(application=wish, actor=people.editor("mo"))
        client.force_login(amina.user)
        assert client.get(f"/mitglieder/zugang/{wish.pk}/").status_code == 200
        client.post(f"/mitglieder/zugang/{wish.pk}/", {"objection": "Die Person ist nicht bei uns."})

        wish.refresh_from_db()
        assert wish.objection == "Die Person ist nicht bei uns."
        assert OutboxMessage.objects.latest("pk").recipient == "mo@example.org"

    def test_nobody_else_objects(self, client, units):
        wish = confirmed_claim(client, people.organisation("Brücke"))
        stranger = people.representative()
        with pytest.raises(PermissionDenied):
            claim_object(application=wish, actor=stranger, objection="Nein")
        client.force_login(stranger.user)
        assert client.get(f"/mitglieder/zugang/{wish.pk}/").status_code == 404

    def test_approval_after_the_time_to_object_makes_a_representative(self, client, units):
        organisation = people.organisation("Brücke")
        people.representative(organisation)
        wish = confirmed_claim(client, organisation)
        with time_machine.travel(timezone.now() + timedelta(days=8)):
            application_approve(application=wish, actor=people.editor("mo"))
        assert Membership.objects.filter(organisation=organisation, role=MembershipRole.REPRESENTATIVE).count() == 2
        assert Organisation.objects.count() == 1

    def test_a_known_address_takes_the_same_path_and_keeps_its_person(self, client, units):
        organisation = people.organisation("Brücke")
        known = people.member(email="bekannt@example.org")
        counts = []
        for email in ("bekannt@example.org", "fremd@example.org"):
            before = OutboxMessage.objects.count()
            assert claim(client, organisation, email=email).url == "/mitmachen/gesendet/"
            counts.append(OutboxMessage.objects.count() - before)
        assert counts == [1, 1]
        client.post(secret_link(OutboxMessage.objects.get(recipient="bekannt@example.org")))
        application_approve(
            application=OrganisationApplication.objects.get(email="bekannt@example.org"), actor=people.editor("mo")
        )
        assert represents(known, organisation)

    def test_an_erased_organisation_cannot_be_claimed(self, client, units):
        organisation = people.organisation("Brücke")
        Organisation.objects.update(state=OrganisationState.ERASED)
        assert claim(client, organisation).status_code == 404

    def test_nobody_is_pestered(self, client, units):
        organisation = people.organisation("Brücke")
        answers_ = [claim(client, organisation).status_code for _ in range(4)]
        assert answers_ == [302, 302, 302, 429]


@pytest.mark.django_db
class TestAskingBack:
    def asked(self, client):
        application = verified(client)
        application_ask(application=application, actor=people.editor("mo"), question="Seit wann gibt es Sie?")
        return application, secret_link(OutboxMessage.objects.latest("pk"))

    def test_the_applicant_answers_by_link_and_the_unit_has_it_again(self, client, units):
        application, link = self.asked(client)
        application.refresh_from_db()
        assert application.state == ApplicationState.NEEDS_INFO
        assert "Seit wann gibt es Sie?" in client.get(link).content.decode()

        client.post(link, {"answer": "Seit 2015.", "name": "Brücke e. V.", "founded_year": "2015"})

        application.refresh_from_db()
        assert (application.state, application.answer) == (ApplicationState.SUBMITTED, "Seit 2015.")
        assert application.founded_year == 2015
        organisation = application_approve(application=application, actor=people.editor("mo"))
        assert organisation.founded_year == 2015

    def test_without_an_answer_it_says_so_and_keeps_the_rest(self, client, units):
        application, link = self.asked(client)
        page = client.post(link, {"name": "Brücke", "founded_year": "1200", "website": "x y"})
        assert {"answer", "founded_year", "website"} <= set(page.context["form"].errors)
        application.refresh_from_db()
        assert application.state == ApplicationState.NEEDS_INFO

    def test_old_links_and_links_of_decided_applications_are_worth_nothing(self, client, units):
        application = verified(client)
        old = secret_link(OutboxMessage.objects.order_by("pk").first()).replace("bestaetigen", "weiter")
        application_ask(application=application, actor=people.editor("mo"), question="Seit wann?")
        link = secret_link(OutboxMessage.objects.latest("pk"))
        assert client.get(old).status_code == 404
        with time_machine.travel(timezone.now() + timedelta(days=31)):
            assert client.get(link).status_code == 410
        application_reject(application=application, actor=people.editor("mo"), reason="Nein.")
        client.post(link, {"answer": "Zu spät", "name": "Anders"})
        application.refresh_from_db()
        assert (application.answer, application.name) == ("", "Brücke e. V.")

    def test_more_about_us_is_optional_and_by_the_first_link(self, client, units):
        application = verified(client)
        mail = OutboxMessage.objects.filter(recipient="amina@example.org").latest("pk")
        link = secret_link(mail).replace("bestaetigen", "weiter")
        assert client.post(link, {"name": "Brücke", "website": "bruecke.de"}).status_code == 200
        application.refresh_from_db()
        assert (application.website, application.web_key) == ("https://bruecke.de", "bruecke.de")


@pytest.mark.django_db
def test_the_unit_is_reminded_once(client, units):
    application = verified(client)
    assert applications_remind() == 0
    with time_machine.travel(timezone.now() + timedelta(days=14)):
        assert applications_remind() == 1
        assert applications_remind() == 0
        OrganisationApplication.objects.update(reminded_at=None)  # our note of it is lost
        applications_remind()
    assert OutboxMessage.objects.filter(key__startswith=f"application:{application.pk}:reminder").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_approving_at_once_approve_once(client):
    people.unit("mo"), people.unit("lotsen")
    application = verified(client)
    start, refused, surprises = threading.Barrier(2), [], []

    def approve(actor):
        start.wait()
        try:
            application_approve(application=application, actor=actor)
        except ValidationError as error:
            refused.append(" ".join(error.messages))
        except Exception as error:  # noqa: BLE001  (whatever it is, the test must show it)
            surprises.append(error)
        finally:
            connection.close()

    editors = [people.editor("mo"), people.publisher("mo")]
    threads = [threading.Thread(target=approve, args=[editor]) for editor in editors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert surprises == []
    assert len(refused) == 1
    assert "schon entschieden" in refused[0]
    assert Organisation.objects.count() == 1
    assert OutboxMessage.objects.filter(key=f"application:{application.pk}:approved").count() == 1


@pytest.mark.django_db
def test_an_erased_claimant_leaves_no_words_of_their_own(client, units):
    wish = confirmed_claim(client, people.organisation("Brücke"))
    application_ask(application=wish, actor=people.editor("mo"), question="Sind Sie Frau Yıldız?")
    client.post(secret_link(OutboxMessage.objects.latest("pk")), {"answer": "Ja, das bin ich."})
    application_approve(application=wish, actor=people.editor("mo"))
    claimant = Person.objects.get(user__email="neu@example.org")

    Roles().erase(Subject(claimant, claimant.user, frozenset({"neu@example.org"})))

    wish.refresh_from_db()
    assert (wish.claim_reason, wish.question, wish.answer, wish.email) == ("–", "", "", "")
