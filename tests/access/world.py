"""One sample of everything somebody may want to reach. Almost all of it belongs to unit mo."""

from datetime import timedelta

import time_machine
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import CollectionViewRestriction, Locale, PageViewRestriction, Site, UploadedFile

from events.calendars.tokens import feed_token_create
from events.programme.enums import SeatMode
from events.registration.services import registrations_create
from network.accounts.permissions import person_of
from network.jobs.tasks import heartbeat
from network.organisations.enums import ApplicationState, OrganisationKind
from network.organisations.models import OrganisationApplication, UnitRule
from network.organisations.services import colleague_add
from network.privacy.models import ErasureRequest, UnsubscribeLink
from network.secret_links import secret_create
from network.vocabulary.models import EventFormat, Language, TargetGroup, Topic
from tests.access.marks import INTERNAL, MAIL, REPORT, SEALED, VIDEO
from tests.access.roles import ROLES
from tests.factories import events, pages, people
from tests.factories.feedback import BarrierReportFactory
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.messaging import OutboxAttachmentFactory, OutboxMessageFactory
from tests.factories.places import postcode


class World:
    """The samples, and somebody in every role (`users`)."""

    def __init__(self):
        with time_machine.travel(timezone.now() + timedelta(days=1)):  # a worker that outlives the walk
            heartbeat()
        self.home = pages.make_home()
        self.mo, self.lotsen = people.unit("mo"), people.unit("lotsen")
        for code, _name in settings.LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        self.english = Locale.objects.get(language_code="en")
        self.organisation = people.organisation(f"Beispielverein {INTERNAL}")
        self.users = {role.code: role.make(self.organisation) for role in ROLES}
        self.insider = self.users["publisher_mo"]
        self.absent = people.publisher("mo", name="Heute nicht da")
        self._pages()
        self._media()
        self._programme()
        self._records()
        self._wagtail_rows()

    def person(self, code):
        return person_of(self.users[code])

    def _pages(self):
        self.section = pages.section_of(self.mo)
        self.section.save_revision().publish()
        self.section = pages.section_of(self.mo)
        self.draft_page = pages.make_page(self.section, f"Entwurf {SEALED}", live=False)
        self.live_page = pages.make_page(self.section, "Vereine gründen")
        self.live_page.title = f"Umbenannt {SEALED}"
        self.revision = self.live_page.save_revision(user=self.insider)
        self.live_page.refresh_from_db()
        self.private_page = pages.make_page(self.section, f"Nur intern {SEALED}")
        self.page_restriction = self._restrict(PageViewRestriction(page=self.private_page))
        self.submitted_page = pages.make_page(self.section, f"Eingereicht {SEALED}", live=False)
        self.workflow = self.section.get_workflow()
        self.workflow_state = self.workflow.start(self.submitted_page, self.users["editor_mo"])
        self.task_state = self.workflow_state.current_task_state

    def _restrict(self, restriction):
        restriction.restriction_type = restriction.GROUPS
        restriction.save()
        restriction.groups.set([self.mo.editors_group, self.mo.publishers_group])
        return restriction

    def _media(self):
        given = {"uploaded_by_user": self.users["editor_mo"]}
        self.image = ImageFactory(title=f"Bild {SEALED}", collection=self.mo.collection, **given)
        self.document = DocumentFactory(
            title=f"Anlage {SEALED}", collection=self.mo.collection, file__filename="anlage.pdf", **given
        )
        vault = self.mo.collection.add_child(name=f"Vertraulich {SEALED}")
        self.collection_restriction = self._restrict(CollectionViewRestriction(collection=vault))
        self.private_document = DocumentFactory(
            title=f"Vertrag {SEALED}", collection=vault, file__filename="vertrag.pdf", file__data=SEALED.encode()
        )
        self.uploads = {
            name: UploadedFile.objects.create(
                for_content_type=ContentType.objects.get_for_model(medium),
                file=ContentFile(b"", name="hochgeladen.bin"),
                uploaded_by_user=self.absent,
            )
            for name, medium in (("image", self.image), ("document", self.document))
        }

    def _programme(self):
        self.draft_event = events.draft(f"Geplant {SEALED}", actor=self.insider)
        self.public_event = events.published(
            "Offener Abend", actor=self.insider, attendance_mode="hybrid", online_url=f"https://example.org/{VIDEO}"
        )
        self.colleague = colleague_add(
            actor=self.person("representative"), organisation=self.organisation, name=f"Yusuf {INTERNAL}"
        )
        self.registration, *_ = registrations_create(
            event=self.public_event,
            actor=self.person("representative"),
            people=[self.colleague, self.person("representative")],
            mode=SeatMode.ONLINE,
            organisation=self.organisation,
        )
        self.token, self.token_secret = feed_token_create(person=self.person("representative"), name="Handy")

    def _records(self):
        self.open_secret, digest = secret_create()
        self.application = self._application(f"Neuer Verein {SEALED}", ApplicationState.SUBMITTED, token_digest=digest)
        self.entered = people.organisation("Eingetragener Verein")
        self.claim = self._application(
            f"Möchte handeln {INTERNAL}",
            ApplicationState.SUBMITTED,
            claimed=self.organisation,
            claim_reason=f"Neu im Vorstand {INTERNAL}",
        )
        self.unit_rule = UnitRule.objects.first()
        self.pending_secret, digest = secret_create()
        self.pending = self._application("Wartender Verein", token_digest=digest)
        self.report = BarrierReportFactory(text=REPORT)
        self.message = OutboxMessageFactory(subject=MAIL, text=MAIL, html=MAIL, failed=True)
        self.attachment = OutboxAttachmentFactory(message=self.message)

        self.erasure_secret, digest = secret_create()
        leaver = people.member("Möchte gehen")
        ErasureRequest.objects.create(person=leaver, asked_by=leaver, token_digest=digest, due_at=timezone.now())
        self.unsubscribe_secret, digest = secret_create()
        UnsubscribeLink.objects.create(person=leaver, kind="reminder", digest=digest)
        self.session = UserSession.objects.create(user=self.users["representative"], session_key="x", user_agent="")

    def _application(self, name, state=ApplicationState.PENDING_VERIFICATION, **fields):
        verified = None if state == ApplicationState.PENDING_VERIFICATION else timezone.now()
        return OrganisationApplication.objects.create(
            kind=OrganisationKind.MIGRANT_ORGANISATION,
            name=name,
            place=postcode(),
            contact_name=name,
            email="antrag@example.org",
            unit=self.mo,
            state=state,
            verified_at=verified,
            **{
                "token_digest": secret_create()[1],
                "token_expires_at": timezone.now() + settings.APPLICATION_TOKEN_LIFETIME,
                **fields,
            },
        )

    def _wagtail_rows(self):
        self.site = Site.objects.get()
        self.terms = {
            "topic": Topic.objects.first(),
            "targetgroup": TargetGroup.objects.first(),
            "eventformat": EventFormat.objects.get(code="networking_meeting"),  # that of the events
            "language": Language.objects.first(),
        }
        self.redirect = Redirect.objects.create(old_path="/alt", redirect_page=self.live_page)
        self.editing_session = EditingSession.objects.create(
            user=self.insider,
            content_type=ContentType.objects.get_for_model(self.draft_page),
            object_id=self.draft_page.pk,
            last_seen_at=timezone.now(),
        )
