"""A legal page with a gap stays offline, whichever door somebody tries; as a draft it may have gaps."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import Page, Revision, TaskState
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.pages.legal_drafts import OperatorFacts, legal_drafts
from cms.pages.models import LegalNoticePage
from cms.pages.publication import PublicationRefusedError, gap_in
from tests.factories.pages import CARRIER, make_legal_notice, make_page, section_of

GAP = {"register_number": "[VR …]"}


def is_live(page):
    return Page.objects.get(pk=page.pk).live


# --- The rule ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    ["", "  ", "[…]", "[Name]", "{{ Name }}", "TODO", "todo: Adresse", "TBD", "XXX", "???", "…", "–", "____", "....",
     "Platzhalter", "Max Mustermann", "Musterstraße 1", "Lorem ipsum dolor", "k. A.", "N.N.", "folgt", "<p></p>",
     "<p>[bitte eintragen]</p>", None],
)  # fmt: skip
def test_a_gap_is_recognised(text):
    assert gap_in(text)


@pytest.mark.parametrize(
    "text",
    ["VR 1234", "Amtsgericht Frankfurt am Main", "Beispielweg 1, 60311 Frankfurt", "O'Brien-Şahin, Änne",
     "069 / 12 34 56", "<p>Verantwortlich ist … der Verein.</p>", "Xaver Todorović", "مؤسسة",
     "Die Folgen trägt niemand."],
)  # fmt: skip
def test_what_is_filled_in_is_no_gap(text):
    assert gap_in(text) is None


# --- The doors -----------------------------------------------------------------------------------
def test_code_publishes_a_complete_legal_notice(home):
    page = make_legal_notice(home)

    page.save_revision().publish()

    assert is_live(page)


@pytest.mark.parametrize("field", ["name", "address", "representatives", "email", "second_contact", "register_court",
                                   "register_number", "responsible"])  # fmt: skip
def test_code_publishes_no_gap_in_any_field(home, field):
    page = make_legal_notice(home, **{field: "[…]"})

    with pytest.raises(PublicationRefusedError) as refused:
        page.save_revision().publish()

    assert "Platzhalter" in refused.value.messages[0]
    assert not is_live(page)


def test_a_letterbox_is_no_address(home):
    page = make_legal_notice(home, address="Postfach 12\n60311 Frankfurt am Main")

    with pytest.raises(PublicationRefusedError, match="Postfach genügt nicht"):
        page.save_revision().publish()


def test_the_tax_number_may_be_missing_but_is_no_place_for_a_placeholder(home):
    page = make_legal_notice(home, vat_id="[DE…]")

    with pytest.raises(PublicationRefusedError, match="Umsatzsteuer-ID"):
        page.save_revision().publish()


def test_a_legal_notice_without_a_carrier_stays_offline(home):
    page = make_legal_notice(home)
    page.carriers.all().delete()
    page = LegalNoticePage.objects.get(pk=page.pk)

    with pytest.raises(PublicationRefusedError, match="mindestens ein Eintrag"):
        page.save_revision().publish()


def test_saving_a_live_page_with_a_gap_is_refused(home):
    page = make_legal_notice(home, **GAP)
    page.live = True

    with pytest.raises(PublicationRefusedError):
        page.save()


def test_adding_a_live_page_with_a_gap_is_refused(home):
    with pytest.raises(PublicationRefusedError):
        make_legal_notice(home, live=True, **GAP)


def test_scheduling_a_gap_is_refused(home):
    page = make_legal_notice(home, **GAP)
    page.go_live_at = timezone.now() + timedelta(days=1)

    with pytest.raises(PublicationRefusedError):
        page.save_revision().publish()

    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_gap_that_comes_due_stays_offline_and_stops_nobody_else(home):
    page = make_legal_notice(home, **GAP)
    other = make_page(home, "Pünktlich", live=False)
    due = timezone.now() - timedelta(minutes=1)
    Revision.objects.filter(pk=page.latest_revision_id).update(approved_go_live_at=due - timedelta(hours=1))
    Revision.objects.filter(pk=other.latest_revision_id).update(approved_go_live_at=due)

    call_command("publish_scheduled")

    assert not is_live(page)
    assert is_live(other)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    (entry,) = registry.get_logs_for_instance(page).filter(action="pages.publication_refused")
    assert "Registernummer" in entry.data["problems"][0]


def test_a_live_page_takes_a_draft_with_a_gap_and_stays_as_it_is(home):
    page = make_legal_notice(home)
    page.save_revision().publish()
    page = LegalNoticePage.objects.get(pk=page.pk)
    carrier = page.carriers.get()
    carrier.register_number = "[neu …]"
    page.carriers = [carrier]

    page.save_revision(clean=False)

    assert LegalNoticePage.objects.get(pk=page.pk).carriers.get().register_number == CARRIER.register_number
    with pytest.raises(PublicationRefusedError):
        page.get_latest_revision().publish()


# --- The doors of the admin ------------------------------------------------------------------------
def form_of(page, action="", **carrier):
    row = {name: getattr(CARRIER, name) for name in CARRIER.__dataclass_fields__} | {"vat_id": ""} | carrier
    existing = page.carriers.first()
    if existing:
        row["id"] = existing.pk
    data = {
        "title": "Impressum",
        "slug": "impressum",
        "search_description": "",
        "as_of": "2026-05-01",
        "carriers": inline_formset([row], initial=1 if existing else 0),
        "comments": inline_formset([]),
    }
    return nested_form_data(data | ({action: "1"} if action else {}))


def test_the_form_names_the_gap_next_to_its_field(admin_client, home):
    page = make_legal_notice(home)

    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, "action-publish", register_number="[VR …]")
    )

    (form,) = response.context["form"].formsets["carriers"].forms
    assert "Platzhalter" in form.errors["register_number"][0]
    assert form["register_number"].value() == "[VR …]"  # nothing typed is lost
    assert "Hier steht noch ein Platzhalter" in response.content.decode()
    assert not is_live(page)


def test_the_form_publishes_what_is_complete(admin_client, home):
    page = make_legal_notice(home)

    admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, "action-publish"))

    assert is_live(page)


def test_the_form_saves_a_gap_as_a_draft(admin_client, home):
    page = make_legal_notice(home)

    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, register_number="[VR …]", address="")
    )

    assert response.status_code == 302
    assert LegalNoticePage.objects.get(pk=page.pk).get_latest_revision_as_object().carriers.get().address == ""


def test_a_new_page_with_a_gap_is_not_published_by_its_form(admin_client, home):
    page = LegalNoticePage()

    response = admin_client.post(
        reverse("wagtailadmin_pages:add", args=["pages", "legalnoticepage", home.pk]),
        form_of(page, "action-publish", representatives="TODO"),
    )

    (form,) = response.context["form"].formsets["carriers"].forms
    assert "representatives" in form.errors
    assert not LegalNoticePage.objects.filter(live=True).exists()


def test_the_form_schedules_no_gap(admin_client, home):
    page = make_legal_notice(home)
    data = form_of(page, "action-publish", register_number="[VR …]") | {"go_live_at": "2099-01-01 10:00"}

    admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_bulk_action_publishes_no_gap_and_says_so(admin_client, home):
    gap = make_legal_notice(home, **GAP)
    other = make_page(home, "Auch dabei", live=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = admin_client.post(f"{address}?id={other.pk}&id={gap.pk}", follow=True)

    assert not is_live(gap)
    assert not is_live(other)  # all or nothing
    assert response.redirect_chain[0][0] == reverse("wagtailadmin_pages:edit", args=[gap.pk])
    assert "Registernummer" in response.content.decode()


def test_an_approval_publishes_no_gap_and_can_be_given_again(admin_client, admin_user, home, mo):
    page = make_legal_notice(home, **GAP)
    section_of(mo).get_workflow().start(page, admin_user)
    task_state = TaskState.objects.get()

    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk])
    response = admin_client.post(address, follow=True)

    assert not is_live(page)
    assert "Registernummer" in response.content.decode()
    task_state.refresh_from_db()
    assert task_state.status == TaskState.STATUS_IN_PROGRESS


# --- The other legal pages -------------------------------------------------------------------------
def test_drafts_of_the_legal_pages_stay_offline_until_the_operators_decide(home):
    notice, privacy, accessibility = legal_drafts(OperatorFacts(carriers=(CARRIER,)))
    for draft in (notice, privacy, accessibility):
        draft.locale, draft.live = home.locale, False
        type(home).objects.get(pk=home.pk).add_child(instance=draft)

    notice.save_revision().publish()  # the carrier's facts are complete
    accessibility.save_revision().publish()
    with pytest.raises(PublicationRefusedError) as refused:
        privacy.save_revision().publish()

    assert {message.split(":")[1].strip() for message in refused.value.messages} == {"Wie lange", "Wer sie bekommt"}
