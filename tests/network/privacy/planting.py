"""Somebody who has left a trace in every table, and a search through all of the database for what is left."""

import uuid

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.log_actions import log
from wagtail.models import (
    Comment,
    CommentReply,
    Page,
    PageSubscription,
    Task,
    TaskState,
    UploadedFile,
    Workflow,
    WorkflowState,
)
from wagtail.users.models import UserProfile

from cms.feedback.services import report_create
from events.calendars.tokens import feed_token_create
from events.programme.enums import SeatMode
from events.registration.services import registrations_create
from network.messaging.services import message_enqueue
from network.organisations.enums import ApplicationState
from network.organisations.models import Membership, OrganisationApplication
from network.privacy.consents import consent_give
from network.privacy.models import ErasureRequest, MailRefusal, UnsubscribeLink
from network.privacy.services import person_rename
from network.secret_links import secret_create
from tests.factories import events, pages, people
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.places import postcode
from tests.factories.sign_in import second_factor

NAME = "Zwetlana Unverwechselbar"
ADDRESS = "zwetlana.unverwechselbar@example.org"
PHONE = "+4969987654321"


def planted():
    """`(person, event)`: a person in every table, one still to come to `event`."""
    editor = people.editor("mo", name="Zwetlana Alt", email=ADDRESS)
    person = editor.person
    person.phone = PHONE
    person.save()
    person_rename(person=person, name=NAME)
    person.refresh_from_db()
    _sign_in(editor)
    event = _members_side(person)
    _decisions(person)
    _editors_side(editor)
    return person, event


def _sign_in(user):
    user.user_permissions.add(Permission.objects.first())
    second_factor(user)
    UserSession.objects.create(user=user, session_key="planted", ip="0.0.0.0", user_agent="Firefox")
    UserProfile.objects.get_or_create(user=user)


def _members_side(person):
    organisation = people.organisation("Verein am Main")
    people.representative(organisation, name="Zweite Vertretung")
    Membership.objects.create(person=person, organisation=organisation, role="representative")
    colleague = people.coworker(organisation, name="Kollegin ohne Adresse")
    event = events.published("Treffen", contact_name=NAME, contact_email=ADDRESS)
    registrations_create(
        event=event, actor=person, people=[person, colleague], mode=SeatMode.ONSITE, organisation=organisation
    )
    feed_token_create(person=person, name=f"Handy von {NAME}")
    for state in (
        ApplicationState.PENDING_VERIFICATION,
        ApplicationState.SUBMITTED,
        ApplicationState.APPROVED,
        ApplicationState.REJECTED,
    ):
        _application(state, people.organisation() if state == ApplicationState.APPROVED else None)
    report_create(
        submission_key=uuid.uuid4(),
        page_address="/",
        text=f"Ich bin {NAME}",
        email=ADDRESS.upper(),
        language="de",
    )
    message_enqueue(
        key="planted", template="organisations/application_rejected", to=ADDRESS, language="de",
        context={"application": OrganisationApplication.objects.first()},
    )  # fmt: skip
    return event


def _application(state, organisation):
    _secret, digest = secret_create()
    pending = state == ApplicationState.PENDING_VERIFICATION
    return OrganisationApplication.objects.create(
        kind="migrant_organisation",
        name="Verein am Fluss",
        place=postcode(),
        contact_name=NAME,
        email=ADDRESS,
        unit=people.unit("mo"),
        state=state,
        token_digest=digest,
        token_expires_at=timezone.now(),
        verified_at=None if pending else timezone.now(),
        reason="Passt nicht." if state == ApplicationState.REJECTED else "",
        organisation=organisation,
    )


def _decisions(person):
    consent_give(person=person, code="planted", language="de")
    MailRefusal.objects.create(person=person, kind="planted")
    UnsubscribeLink.objects.create(person=person, kind="planted", digest=secret_create()[1])
    ErasureRequest.objects.create(
        person=person, asked_by=person, token_digest=secret_create()[1], due_at=timezone.now(),
        withdrawn_at=timezone.now(),
    )  # fmt: skip


def _editors_side(user):
    page = pages.make_page(pages.section_of(people.unit("mo")), "Seite")
    Page.objects.filter(pk=page.pk).update(owner=user, locked_by=user, locked=True, locked_at=timezone.now())
    page.refresh_from_db()
    revision = page.save_revision(user=user)
    kind = ContentType.objects.get_for_model(page)
    about = {"content_type": kind, "object_id": str(page.pk)}
    EditingSession.objects.create(user=user, last_seen_at=timezone.now(), **about)
    FormState.objects.create(user=user, data=NAME, parent_object_id="", last_updated_at=timezone.now(), **about)
    if "apitoken" in apps.all_models["wagtailcore"]:  # from Wagtail 8 on
        apps.get_model("wagtailcore", "APIToken").objects.create(user=user, name=NAME, key_hash="f" * 64)
    workflow = Workflow.objects.create(name="Freigabe")
    task = Task.objects.create(name="Lesen")
    state = WorkflowState.objects.create(
        workflow=workflow, requested_by=user, base_content_type=ContentType.objects.get_for_model(Page), **about
    )
    TaskState.objects.create(workflow_state=state, revision=revision, task=task, finished_by=user)
    comment = Comment.objects.create(page=page, user=user, resolved_by=user, text=NAME, contentpath="title")
    CommentReply.objects.create(comment=comment, user=user, text=NAME)
    PageSubscription.objects.create(user=user, page=page, comment_notifications=False)
    UploadedFile.objects.create(uploaded_by_user=user, file=ContentFile(b"", name="datei.bin"))
    ImageFactory(uploaded_by_user=user)
    DocumentFactory(uploaded_by_user=user)
    Document.objects.create(title="Datei", file="datei.pdf", uploaded_by_user=user)
    Image.objects.create(title="Bild", file="bild.png", width=1, height=1, uploaded_by_user=user)
    log(instance=page, action="wagtail.edit", user=user)
    log(instance=user, action="wagtail.edit", user=user)


def rows_about(column, person):
    """How many rows hold `person` in `column` ("app.Model.field"), by key or by value."""
    label, name = column.rsplit(".", 1)
    model = apps.get_model(label)
    field = model._meta.get_field(name)
    if field.is_relation:
        value = {"Person": person.pk, "User": person.user_id}[field.related_model.__name__]
        return model._base_manager.filter(**{name: value}).count()
    values = {NAME, ADDRESS, ADDRESS.upper(), PHONE}
    return model._base_manager.filter(**{f"{name}__in": values}).count()


def cells_with(words):
    """Every "table.column" of the whole database in whose text one of `words` stands, whatever the case."""
    found = set()
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            for column in connection.introspection.get_table_description(cursor, table):
                for word in words:
                    cursor.execute(
                        f"SELECT COUNT(*) FROM {quote(table)} WHERE LOWER(CAST({quote(column.name)} AS TEXT)) LIKE %s",
                        [f"%{word.lower()}%"],
                    )
                    if cursor.fetchone()[0]:
                        found.add(f"{table}.{column.name}")
    return found
