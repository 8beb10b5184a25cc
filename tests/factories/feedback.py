"""Reports of barriers."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from cms.feedback.enums import ReportState
from cms.feedback.models import BarrierReport


class BarrierReportFactory(DjangoModelFactory):
    page_address = "/termine/"
    text = "Der Filter lässt sich nicht mit der Tastatur bedienen."
    language = "de"

    class Meta:
        model = BarrierReport

    class Params:
        answered = factory.Trait(
            state=ReportState.ANSWERED, answered_at=factory.LazyFunction(timezone.now), answer="Ist behoben."
        )
