"""An organisation joins: it applies, confirms its address, its unit decides."""

import re
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from network.accounts.models import Person, User
from network.messaging.models import OutboxMessage
from network.organisations.applications import application_verify
from network.organisations.decisions import application_approve, application_reject, applications_erase
from network.organisations.enums import ApplicationState, MembershipRole
from network.organisations.models import Membership, Organisation, OrganisationApplication
from tests.factories import people

pytestmark = pytest.mark.django_db
URL = "/mitmachen/"


@pytest.fixture(autouse=True)
def both_units():
    people.unit("mo")
    people.unit("lotsen")


def answers(**changed):
    return {
        "submission_key": str(uuid.uuid4()),
        "kind": "migrant_organisation",
        "name": "Brücke e. V.",
        "postal_code": "63450",
        "contact_name": "Amina Yıldız",
        "email": "amina@example.org",
        **changed,
    }


def apply(client, **changed):
    return client.post(URL, answers(**changed))


def link_in(mail):
    return re.search(r"/mitmachen/bestaetigen/\S+/", mail.text).group()


def verified(client, **changed):
    apply(client, **changed)
    client.post(link_in(OutboxMessage.objects.latest("pk")))
    return OrganisationApplication.objects.latest("pk")


class TestApplying:
    def test_needs_no_account(self, client):
        response = apply(client)
        assert response.url == "/mitmachen/gesendet/"
        application = OrganisationApplication.objects.get()
        assert application.state == ApplicationState.PENDING_VERIFICATION
        assert application.unit.code == "mo"
        assert OutboxMessage.objects.get().recipient == "amina@example.org"

    def test_what_is_confirmed_is_shown_from_the_first_answer_on(self, client):
        apply(client, kind="family_centre")
        assert "Familienzentrum" in client.get(link_in(OutboxMessage.objects.get())).content.decode()

    def test_a_guide_project_goes_to_lagfa(self, client):
        apply(client, kind="project_provider")
        assert OrganisationApplication.objects.get().unit.code == "lotsen"

    def test_sending_twice_is_one_application_and_one_mail(self, client):
        typed = answers()
        client.post(URL, typed)
        client.post(URL, typed)
        assert OrganisationApplication.objects.count() == 1
        assert OutboxMessage.objects.count() == 1

    def test_filling_it_in_again_is_the_same_application_under_a_new_link(self, client):
        apply(client)
        old = link_in(OutboxMessage.objects.latest("pk"))
        apply(client, name="brücke e. v.", email="Amina@example.org")
        assert OrganisationApplication.objects.count() == 1
        assert client.get(old).status_code == 404
        client.post(link_in(OutboxMessage.objects.latest("pk")))
        assert OrganisationApplication.objects.get().state == ApplicationState.SUBMITTED

    def test_nobody_is_pestered_with_mails(self, client):
        answers_ = [apply(client, name=f"Verein {nth}") for nth in range(5)]
        assert [answer.status_code for answer in answers_] == [302, 302, 302, 429, 429]
        assert OutboxMessage.objects.count() == 3
        assert "in einer Stunde" in answers_[-1].content.decode()
        assert 'value="Verein 4"' in answers_[-1].content.decode()

    def test_a_postcode_of_two_districts_asks_which(self, client):
        response = apply(client, postal_code="34127")
        assert response.status_code == 200
        form = response.context["form"]
        assert "mehrere Orte" in form.errors["place"][0]
        chosen = form.fields["place"].queryset.get(place="Fuldatal")

        apply(client, postal_code="34127", place=chosen.pk)

        assert OrganisationApplication.objects.get().place.place == "Fuldatal"

    def test_arabic_digits_are_digits(self, client):
        apply(client, postal_code="٦٣٤٥٠")
        assert OrganisationApplication.objects.get().place.plz == "63450"

    @pytest.mark.parametrize(
        ("field", "typed", "said"),
        [
            ("name", "x" * 201, "Das ist zu lang: 201 Zeichen"),
            ("name", "", "Bitte füllen Sie dieses Feld aus"),
            ("name", "\u202e", "Bitte füllen Sie dieses Feld aus"),
            ("postal_code", "99999", "keine Postleitzahl in Hessen"),
            ("postal_code", "Hanau", "fünf Ziffern"),
            ("email", "amina@", "keine vollständige E-Mail-Adresse"),
            ("email", "a" * 300 + "@example.org", "zu lang"),
            ("kind", "ministerium", "ministerium"),
            ("kind", "", "Bitte wählen Sie aus"),
        ],
    )
    def test_a_mistake_is_explained_beside_the_field_and_nothing_typed_is_lost(self, client, field, typed, said):
        response = apply(client, **{field: typed})
        page = response.content.decode()

        assert response.status_code == 200
        assert said in response.context["form"].errors[field][0]
        assert 'class="error-summary" tabindex="-1" autofocus' in page
        assert f'id="id_{field}_error"' in page
        for name, value in answers(**{field: typed}).items():
            if name not in {"kind", "submission_key"} and value and "\u202e" not in value:
                assert f'value="{value}"' in page
        assert not OrganisationApplication.objects.exists()

    def test_a_direction_override_is_taken_out(self, client):
        apply(client, name="Verein \u202egnp.exe")
        assert OrganisationApplication.objects.get().name == "Verein gnp.exe"

    def test_a_script_stays_text(self, client):
        verified(client, name="<script>alert(1)</script>")
        inbox = OutboxMessage.objects.latest("pk")
        assert "<script>" not in inbox.html
        assert "&lt;script&gt;" in inbox.html
        assert "<script>alert(1)</script>" in inbox.text  # plain text: nothing to escape

    @pytest.mark.parametrize("token", [None, "fremd"])
    def test_without_a_valid_csrf_token_it_says_what_to_do(self, token):
        from django.test import Client

        client = Client(enforce_csrf_checks=True)
        client.get(URL)
        response = client.post(URL, answers(**({"csrfmiddlewaretoken": token} if token else {})))
        assert response.status_code == 403
        assert not OrganisationApplication.objects.exists()
        assert "zurück" in response.content.decode().lower()


class TestTheLink:
    def test_opening_it_changes_nothing_because_mail_scanners_open_links_too(self, client):
        apply(client)
        response = client.get(link_in(OutboxMessage.objects.get()))
        assert response.status_code == 200
        assert OrganisationApplication.objects.get().state == ApplicationState.PENDING_VERIFICATION

    def test_confirming_hands_the_application_to_the_unit(self, client):
        application = verified(client)
        assert application.state == ApplicationState.SUBMITTED
        assert OutboxMessage.objects.latest("pk").recipient == "mo@example.org"

    def test_confirming_twice_is_confirming_once(self, client):
        apply(client)
        link = link_in(OutboxMessage.objects.get())
        assert client.post(link).status_code == client.post(link).status_code == 200
        assert OutboxMessage.objects.count() == 2

    def test_once_confirmed_it_says_so(self, client):
        apply(client)
        link = link_in(OutboxMessage.objects.get())
        client.post(link)
        assert "Ihr Antrag ist angekommen" in client.get(link).content.decode()

    def test_its_secret_is_not_in_the_database(self, client):
        apply(client)
        secret = link_in(OutboxMessage.objects.get()).split("/")[-2]
        assert secret not in str(OrganisationApplication.objects.values().get())

    @pytest.mark.parametrize("tamper", [lambda s: s[:-1], lambda s: s + "x", lambda s: s.swapcase(), lambda s: "%00"])
    def test_an_altered_link_opens_nothing_and_says_what_to_do(self, client, tamper):
        apply(client)
        secret = link_in(OutboxMessage.objects.get()).split("/")[-2]
        url = f"/mitmachen/bestaetigen/{tamper(secret)}/"
        for response in (client.get(url), client.post(url)):
            assert response.status_code == 404
            assert "Antrag neu stellen" in response.content.decode()
        assert OrganisationApplication.objects.get().state == ApplicationState.PENDING_VERIFICATION

    def test_after_a_week_it_has_expired(self, client):
        apply(client)
        link = link_in(OutboxMessage.objects.get())
        with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False):
            assert client.get(link).status_code == client.post(link).status_code == 410
        assert OrganisationApplication.objects.get().state == ApplicationState.PENDING_VERIFICATION

    def test_an_unknown_secret_verifies_nothing(self):
        assert application_verify(secret="gibt es nicht") is None


class TestDeciding:
    def test_approval_makes_organisation_person_account_and_role(self, client):
        organisation = application_approve(application=verified(client), actor=people.editor("mo"))

        membership = Membership.objects.get(organisation=organisation)
        assert membership.role == MembershipRole.REPRESENTATIVE
        assert membership.person.user.email == "amina@example.org"
        mail = OutboxMessage.objects.latest("pk")
        assert mail.recipient == "amina@example.org"
        assert "/konto/login/code/" in mail.text

    def test_who_has_an_account_gets_no_second_one(self, client):
        amina = people.representative(email="amina@example.org")
        organisation = application_approve(application=verified(client), actor=people.editor("mo"))
        assert Membership.objects.get(organisation=organisation).person == amina
        assert User.objects.filter(email="amina@example.org").count() == 1
        assert Person.objects.filter(email="amina@example.org").count() == 1

    def test_rejection_tells_the_reason(self, client):
        application = verified(client)
        application_reject(application=application, actor=people.editor("mo"), reason="Der Verein sitzt in Bayern.")
        assert "Der Verein sitzt in Bayern." in OutboxMessage.objects.latest("pk").text
        assert not Organisation.objects.exists()

    @pytest.mark.parametrize("who", [lambda: people.publisher("lotsen"), lambda: people.member().user])
    def test_nobody_else_decides(self, client, who):
        application = verified(client)
        with pytest.raises(PermissionDenied):
            application_approve(application=application, actor=who())
        with pytest.raises(PermissionDenied):
            application_reject(application=application, actor=who(), reason="nein")
        assert not Organisation.objects.exists()

    def test_two_people_deciding_at_once_decide_once(self, client):
        application = verified(client)
        application_approve(application=application, actor=people.editor("mo"))
        with pytest.raises(ValidationError, match="schon entschieden"):
            application_reject(application=application, actor=people.publisher("mo"), reason="zu spät")
        assert Organisation.objects.count() == 1

    def test_before_the_address_is_verified_nobody_decides(self, client):
        apply(client)
        with pytest.raises(ValidationError):
            application_approve(application=OrganisationApplication.objects.get(), actor=people.editor("mo"))


class TestTheInbox:
    LIST = "/redaktion/snippets/organisations/organisationapplication/"

    def review(self, application):
        return f"/redaktion/antraege/{application.pk}/"

    def test_shows_verified_applications_of_the_own_unit(self, client):
        verified(client, name="Sichtbar e. V.")
        apply(client, name="Unbestätigt e. V.")
        verified(client, name="Lotsenprojekt", kind="project_provider")
        client.force_login(people.editor("mo"))

        page = client.get(self.LIST).content.decode()

        assert "Sichtbar e. V." in page
        assert "Unbestätigt e. V." not in page
        assert "Lotsenprojekt" not in page

    @pytest.mark.parametrize("number", [1, 3])
    def test_costs_the_same_for_one_and_three(self, client, number, django_assert_num_queries):
        for nth in range(number):
            verified(client, name=f"Verein {nth}", email=f"v{nth}@example.org")
        client.force_login(people.editor("mo"))
        client.get(self.LIST)
        with django_assert_num_queries(11):
            client.get(self.LIST)

    def test_an_editor_approves(self, client):
        application = verified(client)
        client.force_login(people.editor("mo"))
        assert "Brücke e. V." in client.get(self.review(application)).content.decode()
        client.post(self.review(application), {"approve": "1"})
        assert Organisation.objects.get().name == "Brücke e. V."

    def test_rejecting_needs_a_reason(self, client):
        application = verified(client)
        client.force_login(people.editor("mo"))
        response = client.post(self.review(application), {"reject": "1", "reason": ""})
        assert "reason" in response.context["form"].errors
        application.refresh_from_db()
        assert application.state == ApplicationState.SUBMITTED

    def test_the_other_unit_reaches_neither_list_nor_row(self, client):
        application = verified(client)
        client.force_login(people.publisher("lotsen"))
        assert "Brücke" not in client.get(self.LIST).content.decode()
        for response in (
            client.get(self.review(application)),
            client.post(self.review(application), {"approve": "1"}),
        ):
            assert response.status_code in {302, 403}
        assert not Organisation.objects.exists()
        for view in ("history", "usage", "edit", "delete"):
            response = client.get(f"{self.LIST}{view}/{application.pk}/")
            assert response.status_code in {302, 403, 404}, view
            assert "Brücke" not in response.content.decode(), view


class TestErasure:
    def later(self, days):
        return time_machine.travel(timezone.now() + timedelta(days=days, minutes=1), tick=False)

    def test_what_nobody_confirmed_is_erased_with_its_link(self, client):
        apply(client)
        assert applications_erase() == 0
        with self.later(7):
            assert applications_erase() == 1
            assert applications_erase() == 0

    def test_what_waits_for_the_unit_stays(self, client):
        verified(client)
        with self.later(365):
            assert applications_erase() == 0

    def test_what_was_declined_is_erased_after_half_a_year(self, client):
        application_reject(application=verified(client), actor=people.editor("mo"), reason="nein")
        with self.later(179):
            assert applications_erase() == 0
        with self.later(180):
            assert applications_erase() == 1
