from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from network.organisations.enums import OPEN_APPLICATION_STATES, ApplicationState, MembershipRole

if TYPE_CHECKING:
    from network.accounts.models import Person
    from network.organisations.models import Membership, Organisation, OrganisationApplication  # noqa: F401
    from network.places.models import Postcode


class MembershipQuerySet(models.QuerySet["Membership"]):
    def running(self) -> "MembershipQuerySet":
        """Memberships that hold today (Europe/Berlin)."""
        today = timezone.localdate()
        return self.filter(started_on__lte=today).filter(
            models.Q(ended_on__isnull=True) | models.Q(ended_on__gte=today)
        )

    def representing(self, person: "Person") -> "MembershipQuerySet":
        """Running roles in which `person` may act for the organisation."""
        return self.running().filter(person=person, role=MembershipRole.REPRESENTATIVE)


class ApplicationQuerySet(models.QuerySet["OrganisationApplication"]):
    def verified(self) -> "ApplicationQuerySet":
        """What a unit may see: the applicant has confirmed the mail address."""
        return self.exclude(state=ApplicationState.PENDING_VERIFICATION)

    def open_for(self, *, email: str, name: str, place: "Postcode") -> "ApplicationQuerySet":
        """The same organisation's application by the same person, while nobody has decided it."""
        return self.filter(
            email__iexact=email,
            name__iexact=name,
            place=place,
            claimed=None,
            state__in=[ApplicationState.PENDING_VERIFICATION, ApplicationState.SUBMITTED],
        )

    def unconfirmed_claim(self, organisation: "Organisation", email: str) -> "ApplicationQuerySet":
        """The same claim, sent once more before its link was used."""
        return self.filter(claimed=organisation, email__iexact=email, state=ApplicationState.PENDING_VERIFICATION)

    def open(self) -> "ApplicationQuerySet":
        """Confirmed and not yet decided, whoever has to act next."""
        return self.filter(state__in=OPEN_APPLICATION_STATES)
