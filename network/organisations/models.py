import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.accounts.models import Person
from network.organisations.enums import (
    OPEN_APPLICATION_STATES,
    ApplicationState,
    LegalForm,
    MembershipRole,
    OrganisationKind,
    OrganisationState,
    SizeClass,
)
from network.organisations.name_keys import KeyField
from network.organisations.querysets import ApplicationQuerySet, MembershipQuerySet
from network.places.models import Postcode
from network.units.models import EditorialUnit
from network.vocabulary.models import Language, Topic


class OrganisationDetails(models.Model):
    """What an organisation says about itself. Only kind and name are needed; the rest may come later, or never."""

    kind = models.CharField(_("Art"), max_length=40, choices=OrganisationKind.choices)
    name = models.CharField(_("Name"), max_length=200)
    name_key = KeyField(source="name", kind="name")
    website = models.URLField(_("Internetadresse"), max_length=200, blank=True)
    web_key = KeyField(source="website", kind="web", blank=True)
    legal_form = models.CharField(_("Rechtsform"), max_length=30, choices=LegalForm.choices, blank=True)
    is_charitable = models.BooleanField(_("gemeinnützig"), null=True, blank=True)
    founded_year = models.PositiveSmallIntegerField(_("gegründet im Jahr"), null=True, blank=True)
    size_class = models.CharField(_("Wie viele arbeiten mit?"), max_length=20, choices=SizeClass.choices, blank=True)
    description = models.TextField(_("Was Sie machen"), blank=True)
    languages = models.ManyToManyField(
        Language, blank=True, related_name="%(class)ss", verbose_name=_("Sprachen, die Sie sprechen")
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="%(class)ss", verbose_name=_("Themen"))

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["name_key"]), models.Index(fields=["web_key"])]

    def __str__(self) -> str:
        return self.name


class UnitRule(models.Model):
    """Which unit looks after organisations of a kind. Administrators edit it; one row for each kind."""

    kind = models.CharField(_("Art"), max_length=40, choices=OrganisationKind.choices, unique=True)
    unit = models.ForeignKey(
        EditorialUnit, on_delete=models.PROTECT, related_name="unit_rules", verbose_name=_("Zuständig")
    )
    applicants_choose = models.BooleanField(
        _("wählt selbst"),
        default=False,
        help_text=_("Wer den Antrag stellt, darf auf dem Formular eine andere Stelle wählen."),
    )

    class Meta:
        verbose_name = _("Zuständigkeit")
        verbose_name_plural = _("Zuständigkeiten")
        ordering = ["kind"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.unit}"


class Organisation(OrganisationDetails):
    """A member of the network. People act for it through their memberships."""

    place = models.ForeignKey(Postcode, on_delete=models.PROTECT, related_name="organisations", verbose_name=_("Ort"))
    state = models.CharField(
        _("Status"), max_length=20, choices=OrganisationState.choices, default=OrganisationState.APPROVED
    )
    responsible_unit = models.ForeignKey(
        EditorialUnit, on_delete=models.PROTECT, related_name="organisations", verbose_name=_("Zuständig")
    )
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)

    class Meta(OrganisationDetails.Meta):
        verbose_name = _("Organisation")
        verbose_name_plural = _("Organisationen")
        ordering = ["name", "id"]


class Membership(models.Model):
    """A person acts for, or works in, an organisation: from a day, perhaps until a day."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("Person"))
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("Organisation")
    )
    role = models.CharField(_("Rolle"), max_length=20, choices=MembershipRole.choices)
    started_on = models.DateField(_("seit"), default=timezone.localdate)
    ended_on = models.DateField(_("bis"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Mitgliedschaft")
        verbose_name_plural = _("Mitgliedschaften")
        ordering = ["organisation", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"],
                condition=Q(ended_on__isnull=True),
                name="membership_one_running_role_each",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("started_on")),
                name="membership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.organisation}"


class OrganisationApplication(OrganisationDetails):
    """An organisation asks to join, or somebody asks to act for one that is there (`claimed`), without any account.

    The unit sees it only after the address was confirmed by the link in its mail; of the link only
    a hash is kept, so that nobody who reads the database can confirm for somebody else.
    """

    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claimed = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="claims",
        editable=False,
        verbose_name=_("Zugang zu"),
    )
    claim_reason = models.TextField(_("Was verbindet Sie mit der Organisation?"), blank=True)
    objection = models.TextField(_("Einwand der Vertretung"), blank=True, editable=False)
    objections_until = models.DateTimeField(_("Einwände bis"), null=True, blank=True, editable=False)
    place = models.ForeignKey(Postcode, on_delete=models.PROTECT, related_name="+", verbose_name=_("Ort"))
    contact_name = models.CharField(_("Ansprechperson"), max_length=200)
    email = models.EmailField(_("E-Mail-Adresse"))
    language = models.CharField(_("Sprache"), max_length=20, default=settings.LANGUAGE_CODE)
    unit = models.ForeignKey(
        EditorialUnit, on_delete=models.PROTECT, related_name="applications", verbose_name=_("Zuständig")
    )
    state = models.CharField(
        _("Status"),
        max_length=30,
        choices=ApplicationState.choices,
        default=ApplicationState.PENDING_VERIFICATION,
    )
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    token_expires_at = models.DateTimeField(editable=False)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    verified_at = models.DateTimeField(_("Adresse bestätigt"), null=True, blank=True, editable=False)
    waiting_since = models.DateTimeField(_("wartet seit"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(_("erinnert"), null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(_("entschieden"), null=True, blank=True, editable=False)
    reason = models.TextField(_("Begründung"), blank=True)
    question = models.TextField(_("Rückfrage"), blank=True)
    answer = models.TextField(_("Antwort auf die Rückfrage"), blank=True)
    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="application", editable=False
    )

    objects = ApplicationQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta(OrganisationDetails.Meta):
        verbose_name = _("Antrag auf Mitgliedschaft")
        verbose_name_plural = _("Anträge auf Mitgliedschaft")
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ApplicationState.PENDING_VERIFICATION) | Q(verified_at__isnull=False),
                name="application_seen_only_when_verified",
            ),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.APPROVED)
                | Q(organisation__isnull=False)
                | Q(claimed__isnull=False),
                name="application_approved_has_organisation",
            ),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.REJECTED) | ~Q(reason=""),
                name="application_rejected_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.NEEDS_INFO) | ~Q(question=""),
                name="application_asked_back_has_question",
            ),
            models.CheckConstraint(
                condition=Q(claimed__isnull=True) | ~Q(claim_reason=""), name="application_claim_has_reason"
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Confirmed and not yet decided."""
        return self.state in OPEN_APPLICATION_STATES
