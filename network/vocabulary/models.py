"""The network's own words: lists that editors keep, without a new version of the program.

A term is a row that means the same in every language; its German name is the source, the others are translations.
Whoever points at a term does so with PROTECT: a term in use is switched off, never deleted.
"""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import ProtectedError, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.vocabulary.querysets import TermQuerySet

LAST = 1000  # a new term stands at the end until an editor moves it


class Term(models.Model):
    """A word in one of the lists. `code` is what addresses, filters and feeds use, and never changes."""

    code = models.SlugField(
        _("Kürzel"),
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z][a-z0-9_]*$", _("Nur kleine Buchstaben, Ziffern und Unterstrich."))],
        help_text=_("Steht in Adressen und Kalendern. Bleibt es leer, entsteht es aus dem Namen."),
    )
    name = models.CharField(_("Name auf Deutsch"), max_length=120)
    names = models.JSONField(_("Name in anderen Sprachen"), default=dict, blank=True)
    position = models.PositiveSmallIntegerField(
        _("Reihenfolge"), default=LAST, help_text=_("Kleine Zahlen stehen oben, gleiche nach dem Alphabet.")
    )
    is_active = models.BooleanField(
        _("wählbar"),
        default=True,
        help_text=_(
            "Ein abgeschalteter Begriff bleibt dort stehen, wo er benutzt wurde, und wird nicht mehr angeboten."
        ),
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="%(class)s_has_code_and_name"),
            models.UniqueConstraint(fields=["name"], name="%(class)s_name_unique"),
        ]

    def __str__(self) -> str:
        return self.label()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove a term that nobody uses. Raises `ProtectedError` for one in use: switch it off instead.

        PROTECT answers for foreign keys; Django has no such thing for many-to-many relations and would take the
        topic off every event without a word.
        """
        for relation in self._meta.related_objects:
            if relation.many_to_many:
                users = relation.related_model._default_manager.filter(**{relation.field.name: self.pk})
                if users.exists():
                    raise ProtectedError(f"{self} is used by {relation.related_model._meta.label}", set(users))
        return super().delete(*args, **kwargs)

    def label(self, language: str | None = None) -> str:
        """The name in `language` (a BCP 47 tag, the current one by default), in German where there is none.

        A variant without a name uses its base language: "en-gb" the English one, "de-simple" the German one.
        """
        wanted = (language or get_language() or "de").lower()
        return self.names.get(wanted) or self.names.get(wanted.partition("-")[0]) or self.name


class Topic(Term):
    """What something is about: education, work, health, founding an association."""

    class Meta(Term.Meta):
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")


class TargetGroup(Term):
    """For whom something is made. "Alle" is one of them: nobody has to state where they come from."""

    class Meta(Term.Meta):
        verbose_name = _("Zielgruppe")
        verbose_name_plural = _("Zielgruppen")


class EventFormat(Term):
    """What kind of meeting or course an event is."""

    class Meta(Term.Meta):
        verbose_name = _("Veranstaltungsformat")
        verbose_name_plural = _("Veranstaltungsformate")


class Language(Term):
    """A language people speak or sign; `code` is its ISO 639-3 code.

    Not the list of languages this website speaks: that one is a setting.
    """

    own_name = models.CharField(
        _("Name in der Sprache selbst"), max_length=120, help_text=_("So finden Menschen ihre Sprache wieder.")
    )

    class Meta(Term.Meta):
        verbose_name = _("Sprache")
        verbose_name_plural = _("Sprachen")
        constraints = [
            *Term.Meta.constraints,
            models.CheckConstraint(condition=Q(code__regex=r"^[a-z]{3}$"), name="language_code_is_iso_639_3"),
        ]


TERM_MODELS: tuple[type[Term], ...] = (Topic, TargetGroup, EventFormat, Language)
