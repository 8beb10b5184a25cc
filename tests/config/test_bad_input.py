"""What people type that forms are not made for: taken as it is meant, or refused in words that say what to do."""

import re
import uuid

import pytest
from bs4 import BeautifulSoup
from django import forms

from cms.feedback.models import BarrierReport
from network.accounts.models import Person
from network.messaging.models import OutboxMessage
from network.organisations.models import OrganisationApplication
from network.typed_text import PhoneField, latin_digits
from tests.factories import people
from tests.factories.sign_in import code_of, second_factor

MIXED = "أمينة Haddad-Müller الحلبي"
EMOJI = "🎉👩‍👧‍👦❤️"
LETTERS = "Ü" * 500
ISOLATES = re.compile("[\u2066-\u2069]")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@pytest.fixture
def units(db):
    return [people.unit("mo"), people.unit("lotsen")]


def application(**changed):
    return {
        "submission_key": str(uuid.uuid4()),
        "kind": "migrant_organisation",
        "name": "Brücke e. V.",
        "postal_code": "63450",
        "contact_name": "Amina Yıldız",
        "email": "amina@example.org",
        **changed,
    }


def errors_in(response):
    page = BeautifulSoup(response.content, "html.parser")
    summary = page.find(class_="error-summary")
    return summary.get_text(" ", strip=True) if summary else ""


def inner_of(page, name):
    """The innermost elements that show `name`."""
    return [text.parent for text in page.find_all(string=lambda text: name in text)]


# --- 500 letters without a blank -------------------------------------------------------------------
@pytest.mark.parametrize("field", ["name", "contact_name", "postal_code"])
def test_what_is_too_long_is_named_and_comes_back(client, units, field):
    response = client.post("/mitmachen/", application(**{field: LETTERS}))

    page = BeautifulSoup(response.content, "html.parser")
    assert "500" in errors_in(response)
    assert page.find(attrs={"name": field})["value"] == LETTERS


def test_where_there_is_room_it_is_taken(client, units):
    client.post("/barriere-melden/", {"text": LETTERS})

    assert BarrierReport.objects.get().text == LETTERS


# --- A name that mixes Arabic and Latin -------------------------------------------------------------
def test_a_mixed_name_is_kept_letter_by_letter_and_runs_in_its_own_direction(client, units):
    client.post("/mitmachen/", application(contact_name=MIXED, name=MIXED))

    saved = OrganisationApplication.objects.get()
    link = re.search(r"/mitmachen/bestaetigen/\S+/", OutboxMessage.objects.get().text).group()
    page = BeautifulSoup(client.get(link).content, "html.parser")
    assert (saved.contact_name, saved.name) == (MIXED, MIXED)
    assert all(element.get("dir") == "auto" or element.name == "bdi" for element in inner_of(page, MIXED))


def test_in_mails_it_turns_nothing_around_it(client, units):
    client.post("/mitmachen/", application(contact_name=MIXED, name=MIXED))

    mail = OutboxMessage.objects.get()
    page = BeautifulSoup(mail.html, "html.parser")
    assert MIXED in ISOLATES.sub("", mail.text)
    assert f"\u2068{MIXED}\u2069" in mail.text or all(
        element.get("dir") == "auto" or element.name == "bdi" for element in inner_of(page, MIXED)
    )


def test_direction_overrides_do_not_get_in(client, units):
    client.post("/mitmachen/", application(contact_name=f"\u202e{MIXED}"))

    assert OrganisationApplication.objects.get().contact_name == MIXED


# --- Emoji in every field --------------------------------------------------------------------------
def test_emoji_are_kept_where_text_goes_and_refused_with_an_example_where_not(client, units):
    names = {"name": f"Verein {EMOJI}", "contact_name": f"Amina {EMOJI}"}
    response = client.post("/mitmachen/", application(**names, postal_code=EMOJI, email=f"{EMOJI}@example.org"))

    assert response.status_code == 200
    assert "60311" in errors_in(response)
    assert "name@verein.de" in errors_in(response)
    page = BeautifulSoup(response.content, "html.parser")
    assert all(page.find(attrs={"name": name})["value"] == typed for name, typed in names.items())

    client.post("/mitmachen/", application(**names))
    saved = OrganisationApplication.objects.get()
    assert (saved.name, saved.contact_name) == (names["name"], names["contact_name"])
    assert names["contact_name"] in ISOLATES.sub("", OutboxMessage.objects.get().text)


def test_emoji_everywhere_in_a_report(client, units):
    refused = client.post("/barriere-melden/", {"text": EMOJI, "page_address": EMOJI, "email": EMOJI})
    assert "name@beispiel.de" in errors_in(refused)

    client.post("/barriere-melden/", {"text": EMOJI, "page_address": EMOJI, "submission_key": EMOJI})
    saved = BarrierReport.objects.get()
    assert (saved.text, saved.page_address) == (EMOJI, EMOJI)


@pytest.mark.parametrize("kind", [EMOJI, "", LETTERS])
def test_a_choice_that_is_none_is_refused(client, units, kind):
    assert errors_in(client.post("/mitmachen/", application(kind=kind)))


def test_a_colleague_of_emoji_and_two_scripts_is_shown_as_typed(client, units):
    amina = people.representative()
    client.force_login(amina.user)
    [membership] = amina.memberships.all()
    client.post(f"/mitglieder/{membership.organisation_id}/personen/neu/", {"name": f"{MIXED} {EMOJI}"})

    page = BeautifulSoup(client.get("/mitglieder/").content, "html.parser")
    assert Person.objects.filter(name=f"{MIXED} {EMOJI}").exists()
    assert inner_of(page, f"{MIXED} {EMOJI}")


# --- Numbers in other digits -----------------------------------------------------------------------
class CallForm(forms.Form):
    phone = PhoneField(required=False)


@pytest.mark.parametrize(
    "typed",
    ["069 123456", "٠٦٩ ١٢٣٤٥٦", "۰۶۹-۱۲۳۴۵۶", "+49 69 123456", "+٤٩ (٦٩) ١٢٣٤٥٦", "0049 69/123456", "\u200f٠٦٩١٢٣٤٥٦"],
)
def test_a_telephone_number_is_the_same_in_every_script(typed):
    form = CallForm({"phone": typed})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["phone"] == "+4969123456"


def test_a_number_from_elsewhere_stays_there():
    form = CallForm({"phone": "+963 11 222 3333"})
    assert form.is_valid()
    assert form.cleaned_data["phone"] == "+963112223333"


@pytest.mark.parametrize("typed", ["12", EMOJI, LETTERS, "069 abc", "+999 123456789"])
def test_what_nobody_can_be_called_under_is_refused_with_an_example(typed):
    form = CallForm({"phone": typed})
    assert "069 123456" in form.errors["phone"][0]
    assert typed in str(form["phone"])


def test_no_number_is_none():
    form = CallForm({"phone": " "})
    assert form.is_valid()
    assert form.cleaned_data["phone"] == ""


def test_only_digits_become_others():
    assert latin_digits("٠٦٩ Ü²½Ⅷ 🎉") == "069 Ü²½Ⅷ 🎉"


@pytest.mark.parametrize("digits", [ARABIC, PERSIAN])
def test_a_postcode_may_be_typed_on_any_keyboard(client, units, digits):
    response = client.post("/mitmachen/", application(postal_code="63450".translate(digits)))

    assert response.status_code == 302
    assert OrganisationApplication.objects.get().place.plz == "63450"


@pytest.mark.parametrize("digits", [ARABIC, PERSIAN])
def test_the_code_that_signs_in_may_be_typed_on_any_keyboard(client, units, digits):
    amina = people.representative()
    client.post("/konto/login/code/", {"email": amina.user.email})
    code = re.search(r"^ {4}(\S+)", OutboxMessage.objects.get().text, re.MULTILINE).group(1)
    assert re.fullmatch(r"[\d-]+", code), "letters would ask for another keyboard"

    response = client.post("/konto/login/code/confirm/", {"code": code.translate(digits)})

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(amina.user.pk)


def test_the_code_of_the_app_may_be_typed_on_any_keyboard(client, units):
    editor = people.editor("mo")
    second_factor(editor)
    client.force_login(editor, half=True)

    response = client.post("/konto/2fa/reauthenticate/", {"code": code_of().translate(ARABIC)})

    assert response.status_code == 302
    assert client.get("/redaktion/").status_code == 200
