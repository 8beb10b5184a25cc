from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What an organisation is in this network (glossary: Organisation)."""

    MIGRANT_ORGANISATION = "migrant_organisation", _("Migrantenorganisation (Verein)")
    INFORMAL_INITIATIVE = "informal_initiative", _("Initiative, noch kein Verein")
    FAMILY_CENTRE = "family_centre", _("Familienzentrum")
    PROJECT_PROVIDER = "project_provider", _("Träger eines Lots*innen-Projekts")
    DIVERSITY_CENTRE = "diversity_centre", _("WIR-Vielfaltszentrum")
    OTHER_PARTNER = "other_partner", _("Andere Stelle, die mit uns zusammenarbeitet")


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
    NEEDS_INFO = "needs_info", _("Rückfrage offen")
    APPROVED = "approved", _("freigegeben")
    REJECTED = "rejected", _("abgelehnt")


class LegalForm(models.TextChoices):
    """What an organisation is in law; asked for later, and never needed to join."""

    NONE = "none", _("keine Rechtsform")
    ASSOCIATION = "association", _("Verein, nicht eingetragen")
    REGISTERED_ASSOCIATION = "registered_association", _("eingetragener Verein (e. V.)")
    COMPANY = "company", _("gGmbH oder gUG")
    FOUNDATION = "foundation", _("Stiftung")
    PUBLIC_BODY = "public_body", _("Stadt, Kreis oder andere öffentliche Stelle")
    OTHER = "other", _("etwas anderes")


class SizeClass(models.TextChoices):
    """How many people work along, paid or not. Classes, because nobody counts."""

    UP_TO_5 = "up_to_5", _("bis 5")
    UP_TO_20 = "up_to_20", _("6 bis 20")
    UP_TO_100 = "up_to_100", _("21 bis 100")
    MORE = "more", _("mehr als 100")


OPEN_APPLICATION_STATES = (ApplicationState.SUBMITTED, ApplicationState.NEEDS_INFO)
"""What waits for a decision, at the unit or at the applicant."""

FIRST_UNIT_CODE_BY_KIND: dict[str, str] = {
    OrganisationKind.MIGRANT_ORGANISATION: "mo",
    OrganisationKind.INFORMAL_INITIATIVE: "mo",
    OrganisationKind.FAMILY_CENTRE: "mo",
    OrganisationKind.PROJECT_PROVIDER: "lotsen",
    OrganisationKind.DIVERSITY_CENTRE: "mo",
    OrganisationKind.OTHER_PARTNER: "mo",
}
"""Which unit looks after which kind when a house is set up: beramí the migrant organisations, lagfa the guides'
projects. From then on the table `UnitRule` says it, which administrators edit."""
