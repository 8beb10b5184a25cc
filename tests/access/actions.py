"""What one can do here: each action in a sentence, with the predicate that decides it, asked of a sample.

The product's own predicates, and for pages and media Wagtail's: nothing is decided in this file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.test import RequestFactory
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.permissions import page_permission_policy as page_policy

from cms.feedback.permissions import may_answer
from events.programme.models import Event
from events.programme.permissions import may_edit_event, may_publish_event, may_see_event
from events.registration.models import Registration
from events.registration.permissions import may_cancel, may_register
from network.accounts.permissions import needs_second_factor, person_of
from network.messaging.permissions import may_resend, may_view_outbox
from network.organisations.models import Organisation
from network.organisations.permissions import may_act_for, may_decide_application, may_object, represents
from network.organisations.selectors import own_organisations
from network.units.permissions import is_editor, is_publisher
from tests.access import marks


@dataclass(frozen=True)
class Action:
    """`secret`: a word of the samples that nobody may read for whom `allows` is false."""

    section: str
    sentence: str
    allows: Callable[[Any, Any], bool]
    secret: str = ""


def by_person(question):
    """A question about people. An account without a person is nobody's representative."""

    def allows(user, world):
        person = person_of(user)
        return person is not None and bool(question(person, world))

    return allows


def by_row(model, action, sample):
    """What the desk's policy for `model` says of one row."""

    def allows(user, world):
        return model.snippet_viewset.permission_policy.user_has_permission_for_instance(user, action, sample(world))

    return allows


def on_page(question, sample):
    """What Wagtail says of a page."""
    return lambda user, world: bool(getattr(sample(world).permissions_for_user(user), question)())


def on_medium(policy, actions, sample):
    """What Wagtail says of a picture or file, by its collection."""
    return lambda user, world: (
        user.is_authenticated and policy.user_has_any_permission_for_instance(user, actions, sample(world))
    )


def passes(restriction):
    """Whether a private page or collection lets somebody read it."""

    def allows(user, world):
        request = RequestFactory().get("/")
        request.user = user
        return restriction(world).accept_request(request)

    return allows


def _knows_video_link(user, world):
    joined = by_person(lambda person, world: person.registrations.filter(event=world.public_event).exists())
    return joined(user, world) or may_edit_event(user, world.public_event)


def _knows_people(user, world):
    colleague = by_person(
        lambda person, world: world.organisation in [own.organisation for own in own_organisations(person)]
    )
    return colleague(user, world) or by_row(Organisation, "view", lambda world: world.organisation)(user, world)


SITE, MEMBERS, MEETINGS, PAGES, OFFICE = (
    "Alle", "Mitglieder", "Veranstaltungen", "Seiten und Medien", "Redaktion und Betrieb",
)  # fmt: skip

ACTIONS = {
    "anything": Action(SITE, "öffentliche Seiten lesen, Mitgliedschaft beantragen, Barrieren melden", lambda *_: True),
    "see_public_event": Action(
        SITE, "eine veröffentlichte Veranstaltung sehen", lambda user, world: may_see_event(user, world.public_event)
    ),
    "signed_in": Action(SITE, "das eigene Konto verwalten", lambda user, _: user.is_authenticated),
    "own_session": Action(
        SITE, "die Vertretung auf einem ihrer Geräte ausloggen", lambda user, world: world.session.user == user
    ),
    # --- Members
    "member": Action(MEMBERS, "die Mitgliederseite öffnen, Kalenderadressen anlegen", by_person(lambda *_: True)),
    "know_people": Action(
        MEMBERS, "die Menschen des Beispielvereins mit Namen sehen", _knows_people, secret=marks.INTERNAL
    ),
    "represent": Action(
        MEMBERS,
        "für den Beispielverein Kolleg*innen eintragen",
        by_person(lambda person, world: represents(person, world.organisation)),
    ),
    "object": Action(
        MEMBERS,
        "Einwand erheben, wenn jemand für den Beispielverein handeln möchte",
        by_person(lambda person, world: may_object(person, world.claim)),
    ),
    "join": Action(
        MEMBERS,
        "sich selbst zu einer Veranstaltung anmelden",
        by_person(lambda person, _: may_register(person, person)),
    ),
    "join_colleague": Action(
        MEMBERS,
        "eine Kolleg*in des Beispielvereins anmelden",
        by_person(lambda person, world: may_register(person, world.colleague)),
    ),
    "cancel": Action(
        MEMBERS,
        "die Anmeldung dieser Kolleg*in zurücknehmen",
        by_person(lambda person, world: may_cancel(person, world.registration)),
    ),
    "act_for": Action(
        MEMBERS,
        "für die Vertretung des Beispielvereins handeln",
        by_person(lambda person, world: may_act_for(person, world.person("representative"))),
    ),
    "video": Action(
        MEMBERS,
        "den Video-Link einer Veranstaltung sehen, zu der die Vertretung angemeldet ist",
        _knows_video_link,
        secret=marks.VIDEO,
    ),
    "token": Action(
        MEMBERS,
        "die Kalenderadresse der Vertretung widerrufen",
        by_person(lambda person, world: world.token.person == person),
    ),
    # --- Meetings of unit mo
    "see_draft_event": Action(
        MEETINGS,
        "einen Entwurf von mo sehen",
        lambda user, world: may_see_event(user, world.draft_event),
        secret=marks.SEALED,
    ),
    "edit_event": Action(
        MEETINGS, "einen Entwurf von mo ändern", lambda user, world: may_edit_event(user, world.draft_event)
    ),
    "delete_event": Action(
        MEETINGS, "einen Entwurf von mo löschen", by_row(Event, "delete", lambda world: world.draft_event)
    ),
    "publish_event": Action(
        MEETINGS, "einen Entwurf von mo veröffentlichen", lambda user, world: may_publish_event(user, world.draft_event)
    ),
    "move_event": Action(
        MEETINGS,
        "eine veröffentlichte Veranstaltung von mo verschieben",
        by_row(Event, "change", lambda world: world.public_event),
    ),
    "cancel_event": Action(
        MEETINGS,
        "eine veröffentlichte Veranstaltung von mo absagen",
        lambda user, world: may_publish_event(user, world.public_event),
    ),
    "delete_public_event": Action(
        MEETINGS,
        "eine veröffentlichte Veranstaltung löschen",
        by_row(Event, "delete", lambda world: world.public_event),
    ),
    "see_registration": Action(
        MEETINGS,
        "sehen, wer zu einer Veranstaltung von mo kommt",
        by_row(Registration, "view", lambda world: world.registration),
    ),
    "change_registration": Action(
        MEETINGS,
        "eine Anmeldung von Hand ändern oder löschen",
        by_row(Registration, "change", lambda world: world.registration),
    ),
    # --- Pages and media of unit mo
    "edit_page": Action(PAGES, "eine Seite von mo schreiben", on_page("can_edit", lambda world: world.draft_page)),
    "publish_page": Action(
        PAGES, "eine Seite von mo freigeben und veröffentlichen", on_page("can_publish", lambda world: world.draft_page)
    ),
    "delete_section": Action(
        PAGES, "die Bereichsseite von mo löschen", on_page("can_delete", lambda world: world.section)
    ),
    "edit_home": Action(PAGES, "die gemeinsame Startseite schreiben", on_page("can_edit", lambda world: world.home)),
    "read_private_page": Action(
        PAGES, "eine nur für mo freigegebene Seite lesen", passes(lambda world: world.page_restriction)
    ),
    "read_private_document": Action(
        PAGES, "eine vertrauliche Datei von mo laden", passes(lambda world: world.collection_restriction)
    ),
    "choose_image": Action(
        PAGES, "ein Bild von mo verwenden", on_medium(image_policy, ["choose"], lambda world: world.image)
    ),
    "change_image": Action(
        PAGES,
        "ein von der Redaktion mo hochgeladenes Bild ändern",
        on_medium(image_policy, ["change"], lambda world: world.image),
    ),
    "choose_document": Action(
        PAGES, "eine Datei von mo verwenden", on_medium(document_policy, ["choose"], lambda world: world.document)
    ),
    "change_document": Action(
        PAGES,
        "eine von der Redaktion mo hochgeladene Datei ändern",
        on_medium(document_policy, ["change"], lambda world: world.document),
    ),
    # --- The office
    "enter_admin": Action(OFFICE, "die Redaktion betreten", lambda user, _: user.has_perm("wagtailadmin.access_admin")),
    "second_factor": Action(
        OFFICE, "muss beim Einloggen den zweiten Schritt gehen", lambda user, _: needs_second_factor(user)
    ),
    "write_for_mo": Action(OFFICE, "für mo schreiben", lambda user, world: is_editor(user, world.mo)),
    "publish_for_mo": Action(OFFICE, "für mo veröffentlichen", lambda user, world: is_publisher(user, world.mo)),
    "decide_application": Action(
        OFFICE,
        "über einen Antrag an mo entscheiden",
        lambda user, world: may_decide_application(user, world.application),
    ),
    "edit_organisation": Action(
        OFFICE,
        "die Angaben einer von mo betreuten Organisation ändern",
        by_row(Organisation, "change", lambda world: world.organisation),
    ),
    "delete_organisation": Action(
        OFFICE, "eine Organisation löschen", by_row(Organisation, "delete", lambda world: world.organisation)
    ),
    "answer": Action(
        OFFICE, "gemeldete Barrieren lesen und beantworten", lambda user, _: may_answer(user), secret=marks.REPORT
    ),
    "change_terms": Action(
        OFFICE,
        "Themen, Formate, Zielgruppen und Sprachen pflegen",
        lambda user, _: user.has_perm("vocabulary.change_topic"),
    ),
    "delete_terms": Action(
        OFFICE, "einen unbenutzten Begriff löschen", lambda user, _: user.has_perm("vocabulary.delete_topic")
    ),
    "lock_pages": Action(
        OFFICE,
        "den Bericht über gesperrte Seiten lesen",
        lambda user, _: user.is_authenticated and page_policy.user_has_any_permission(user, {"unlock"}),
    ),
    "outbox": Action(OFFICE, "den Postausgang lesen", lambda user, _: may_view_outbox(user), secret=marks.MAIL),
    "resend": Action(
        OFFICE, "eine nicht zugestellte E-Mail noch einmal senden", lambda user, world: may_resend(user, world.message)
    ),
    "administer": Action(
        OFFICE, "Konten, Gruppen, Sprachen, Abläufe, Weiterleitungen verwalten", lambda user, _: user.is_superuser
    ),
    "nobody": Action(OFFICE, "Anträge, Anmeldungen und E-Mails von Hand anlegen oder löschen", lambda *_: False),
}
