"""Messages in the outbox, in every state they can have."""

import factory
from django.utils import timezone

from network.messaging.enums import MessageState
from network.messaging.models import OutboxAttachment, OutboxMessage


class OutboxMessageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OutboxMessage

    key = factory.Sequence(lambda number: f"probe:{number}")
    template = "probe"
    recipient = factory.Sequence(lambda number: f"person{number}@example.org")
    language = "de"
    subject = "Bestätigung"
    text = "Hallo\n"
    html = "<p>Hallo</p>"

    class Params:
        sending = factory.Trait(state=MessageState.SENDING, claimed_at=factory.LazyFunction(timezone.now))
        sent = factory.Trait(state=MessageState.SENT, sent_at=factory.LazyFunction(timezone.now), attempts=1)
        failed = factory.Trait(state=MessageState.FAILED, last_error="451 try later", attempts=9)
        bounced = factory.Trait(state=MessageState.BOUNCED, last_error="550 unknown", attempts=1)


class OutboxAttachmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OutboxAttachment

    message = factory.SubFactory(OutboxMessageFactory)
    filename = "termin.ics"
    mimetype = "text/calendar"
    content = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
