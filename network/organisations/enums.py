from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What an organisation is in this network (glossary: Organisation)."""

    MIGRANT_ORGANISATION = "migrant_organisation", _("Migrantenorganisation (Verein)")
    INFORMAL_INITIATIVE = "informal_initiative", _("Initiative, noch kein Verein")
    FAMILY_CENTRE = "family_centre", _("Familienzentrum")
    PROJECT_PROVIDER = "project_provider", _("Träger eines Lots*innen-Projekts")


class OrganisationState(models.TextChoices):
    APPROVED = "approved", _("freigegeben")
    DORMANT = "dormant", _("ruhend")
    ERASED = "erased", _("gelöscht")


class MembershipRole(models.TextChoices):
    REPRESENTATIVE = "representative", _("Vertretung")
    COWORKER = "coworker", _("Mitarbeit")


class ApplicationState(models.TextChoices):
    PENDING_VERIFICATION = "pending_verification", _("E-Mail-Adresse noch nicht bestätigt")
    SUBMITTED = "submitted", _("eingereicht")
    APPROVED = "approved", _("freigegeben")
    REJECTED = "rejected", _("abgelehnt")


UNIT_CODE_BY_KIND: dict[str, str] = {
    OrganisationKind.MIGRANT_ORGANISATION: "mo",
    OrganisationKind.INFORMAL_INITIATIVE: "mo",
    OrganisationKind.FAMILY_CENTRE: "mo",
    OrganisationKind.PROJECT_PROVIDER: "lotsen",
}
"""Which unit looks after which kind: beramí the migrant organisations, lagfa the guides' projects."""
