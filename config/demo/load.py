"""Fills an empty database with the demo, and keeps something planned for the coming weeks."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction
from django.utils import timezone

from config.demo.content import pages_load
from config.demo.people import ORGANISATIONS, ROLES, DemoOrganisation, DemoRole
from config.demo.programme import EVENTS, DemoEvent, DemoSession
from events.programme.enums import EventState
from events.programme.models import Event, EventSession
from events.programme.services import event_publish, event_saved
from network.accounts.models import Person, User
from network.accounts.permissions import needs_second_factor
from network.accounts.services import account_ensure, administrator_create
from network.organisations.enums import MembershipRole
from network.organisations.models import Membership, Organisation
from network.organisations.services import colleague_add
from network.organisations.unit_rules import unit_for
from network.places.models import District, Postcode
from network.units.models import EditorialUnit
from network.vocabulary.models import EventFormat, TargetGroup, Topic

BERLIN = ZoneInfo("Europe/Berlin")


@transaction.atomic
def demo_load(today: date | None = None) -> list[str]:
    """Make sure that the demo's pages, people, organisations and coming events exist. Safe to run again.

    Returns what was new, in words.
    """
    done = pages_load()
    for role in ROLES:
        if not User.objects.filter(email=role.email).exists():
            user = role_load(role)
            if needs_second_factor(user):
                second_factor_load(user)
            done.append(role.title)
    for organisation in ORGANISATIONS:
        if not Organisation.objects.filter(name=organisation.name).exists():
            organisation_load(organisation)
            done.append(organisation.name)
    for event in EVENTS:
        if not Event.objects.visible().upcoming().filter(title=event.title).exists():
            event_load(event, today or timezone.localdate())
            done.append(event.title)
    return done


def role_load(role: DemoRole) -> User:
    """The role's person, account and groups."""
    if role.is_administrator:
        return administrator_create(email=role.email, name=role.name)[0]
    user = account_ensure(person=Person.objects.create(name=role.name, email=role.email), email=role.email)
    if role.unit:
        unit = EditorialUnit.objects.get(code=role.unit)
        user.groups.add(unit.publishers_group if role.publishes else unit.editors_group)
    return user


def second_factor_load(user: User) -> None:
    """A code app, as if the person had set one up. Nobody holds the phone: the demo says the code (`forms.py`)."""
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)


def organisation_load(example: DemoOrganisation) -> Organisation:
    """An organisation with its representative, and colleagues without a mailbox."""
    organisation = Organisation.objects.create(
        name=example.name,
        kind=example.kind,
        place=Postcode.objects.filter(plz=example.plz)[0],
        responsible_unit=unit_for(example.kind),
    )
    representative = Person.objects.get(user__email=example.representative)
    Membership.objects.create(person=representative, organisation=organisation, role=MembershipRole.REPRESENTATIVE)
    for name in example.colleagues:
        colleague_add(actor=representative, organisation=organisation, name=name)
    return organisation


def event_load(example: DemoEvent, today: date) -> Event:
    """A published event, as its host's publisher would have made it."""
    event = Event.objects.create(
        title=example.title,
        summary=example.summary,
        description=example.description,
        format=EventFormat.objects.get(code=example.format),
        attendance_mode=example.mode,
        district=District.objects.filter(pk=example.ags5).first(),
        venue_name=example.venue[0],
        venue_address=example.venue[1],
        venue_access=example.access,
        venue_transit=example.transit,
        online_url="" if example.mode == "onsite" else "https://video.example.org/raum/beispiel",
        seats_onsite=example.seats,
        seats_online=example.seats_online,
        costs=example.costs,
        contact_name=example.contact[0],
        contact_email=example.contact[1],
    )
    event.hosts.set([EditorialUnit.objects.get(code=code) for code in example.hosts])
    event.topics.set([Topic.objects.get(code=code) for code in example.topics])
    event.target_groups.set([TargetGroup.objects.get(code=code) for code in example.target_groups])
    event.save()
    EventSession.objects.bulk_create([session_of(event, session, today) for session in example.sessions])
    publisher = User.objects.filter(groups__published_unit__code=example.hosts[0]).first()
    assert publisher is not None
    event = Event.objects.get(pk=event.pk)
    event_saved(event=event, actor=publisher)
    if event.state == EventState.DRAFT:
        event_publish(event=event, actor=publisher)
    return event


def session_of(event: Event, example: DemoSession, today: date) -> EventSession:
    """The session, `in_days` from today at Berlin wall-clock time; a Sunday becomes the Monday after."""
    day = today + timedelta(days=example.in_days)
    if day.weekday() == 6:
        day += timedelta(days=1)
    return EventSession(
        event=event,
        title=example.title,
        starts_at=datetime.combine(day, example.starts, BERLIN),
        ends_at=datetime.combine(day, example.ends, BERLIN),
    )
