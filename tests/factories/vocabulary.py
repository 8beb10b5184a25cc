"""Terms of the editors' own, beside those every database starts with."""

import factory
from factory.django import DjangoModelFactory

from network.vocabulary.models import EventFormat, Language, TargetGroup, Topic


class TermFactory(DjangoModelFactory):
    code = factory.Sequence("begriff_{}".format)
    name = factory.Sequence("Begriff {}".format)

    class Meta:
        abstract = True

    class Params:
        switched_off = factory.Trait(is_active=False)


class TopicFactory(TermFactory):
    class Meta:
        model = Topic


class TargetGroupFactory(TermFactory):
    class Meta:
        model = TargetGroup


class EventFormatFactory(TermFactory):
    class Meta:
        model = EventFormat


class LanguageFactory(TermFactory):
    code = factory.Sequence(lambda number: f"x{chr(97 + number // 26 % 26)}{chr(97 + number % 26)}")
    own_name = factory.SelfAttribute("name")

    class Meta:
        model = Language
