import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.accounts.models import Person
from network.organisations.enums import ApplicationState, MembershipRole, OrganisationKind, OrganisationState
from network.organisations.querysets import ApplicationQuerySet, MembershipQuerySet
from network.places.models import Postcode
from network.units.models import EditorialUnit


class Organisation(models.Model):
    """A member of the network. People act for it through their memberships."""

    kind = models.CharField(_("Art"), max_length=40, choices=OrganisationKind.choices)
    name = models.CharField(_("Name"), max_length=200)
    place = models.ForeignKey(Postcode, on_delete=models.PROTECT, related_name="organisations", verbose_name=_("Ort"))
    state = models.CharField(
        _("Status"), max_length=20, choices=OrganisationState.choices, default=OrganisationState.APPROVED
    )
    responsible_unit = models.ForeignKey(
        EditorialUnit, on_delete=models.PROTECT, related_name="organisations", verbose_name=_("Zuständig")
    )
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("Organisation")
        verbose_name_plural = _("Organisationen")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


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


class OrganisationApplication(models.Model):
    """An organisation asks to join, without any account.

    The unit sees it only after the address was confirmed by the link in its mail; of the link only
    a hash is kept, so that nobody who reads the database can confirm for somebody else.
    """

    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("Art"), max_length=40, choices=OrganisationKind.choices)
    name = models.CharField(_("Name der Organisation"), max_length=200)
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
    decided_at = models.DateTimeField(_("entschieden"), null=True, blank=True, editable=False)
    reason = models.TextField(_("Begründung"), blank=True)
    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="application", editable=False
    )

    objects = ApplicationQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Antrag auf Mitgliedschaft")
        verbose_name_plural = _("Anträge auf Mitgliedschaft")
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ApplicationState.PENDING_VERIFICATION) | Q(verified_at__isnull=False),
                name="application_seen_only_when_verified",
            ),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.APPROVED) | Q(organisation__isnull=False),
                name="application_approved_has_organisation",
            ),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.REJECTED) | ~Q(reason=""),
                name="application_rejected_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name
