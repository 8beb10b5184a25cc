"""Events, made through the services that keep seats and calendars right."""

from datetime import timedelta

from django.utils import timezone

from events.programme.models import Event, EventSession
from events.programme.services import event_publish, event_saved
from network.vocabulary.models import EventFormat
from tests.factories.people import publisher, unit


def in_days(days, hour=18):
    """That many days from now, on the hour, Berlin time."""
    return timezone.localtime(timezone.now() + timedelta(days=days)).replace(
        hour=hour, minute=0, second=0, microsecond=0
    )


def draft(title="Vernetzungstreffen", hosts=("mo",), starts_at=None, hours=2, sessions=1, actor=None, **fields):
    """A draft with one session next week, or several a week apart, unless said otherwise."""
    event = Event.objects.create(
        title=title,
        format=EventFormat.objects.get(code="networking_meeting"),
        **{
            "summary": "Kennenlernen und Austausch.",
            "venue_name": "Haus am Dom",
            "venue_address": "Domplatz 3, 60311 Frankfurt am Main",
            **fields,
        },
    )
    event.hosts.set([unit(code) for code in hosts])
    event.save()
    starts_at = starts_at or in_days(7)
    for week in range(sessions):
        start = starts_at + timedelta(weeks=week)
        EventSession.objects.create(event=event, starts_at=start, ends_at=start + timedelta(hours=hours))
    event = Event.objects.get(pk=event.pk)
    event_saved(event=event, actor=actor or publisher(hosts[0]))
    return event


def published(*args, actor=None, hosts=("mo",), **fields):
    """An event everybody can see and join."""
    actor = actor or publisher(hosts[0])
    event = draft(*args, actor=actor, hosts=hosts, **fields)
    event_publish(event=event, actor=actor)
    return Event.objects.get(pk=event.pk)


def move(event, actor, hours=1):
    """What the editor does in the form: another time for the first session, saved."""
    session = event.sessions.first()
    step = timedelta(hours=hours)
    EventSession.objects.filter(pk=session.pk).update(
        starts_at=session.starts_at + step, ends_at=session.ends_at + step
    )
    return event_saved(event=Event.objects.get(pk=event.pk), actor=actor)
