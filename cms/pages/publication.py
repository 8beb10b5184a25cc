"""What keeps a legal page from being published, at every door: form, schedule, bulk action, workflow, code.

A legal notice with a gap in it is a breach of § 5 DDG from the minute it is online. So gaps may be
saved as a draft, as often as one likes, and never go live.
"""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from cms.languages.text_language import TranslatedPage

SCHEDULED = "wagtail.publish.scheduled"
"""Log action with which Wagtail's `publish_scheduled` publishes a revision that has come due."""

PLACEHOLDER = re.compile(
    r"""
    [\[\]{}]                                             # [Name], […], {{ Name }}
    | \b(?:todo|tbd|fixme|platzhalter|lorem\ ipsum)\b
    | \b(?:mustermann|musterfrau|musterstadt)\b | musterstra(?:ß|ss)e
    | \?{3,} | _{3,} | \.{4,} | \bx{3,}\b
    | \A \W* \Z                                          # nothing but "…", "–", "?"
    | \A \s* (?:n\.?\s?n\. | k\.?\s?a\. | folgt | unbekannt) \s* \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)


class PublicationRefusedError(ValidationError):
    """The page has gaps. `page` is the page, `messages` name each gap in German."""

    def __init__(self, page: Page, problems: list[str]) -> None:
        super().__init__(problems)
        self.page = page


def gap_in(value: object) -> str | None:
    """Why `value` may not go online: empty, or a placeholder somebody meant to fill in. None when it may."""
    text = strip_tags(str(value or "")).strip()
    if not text:
        return _("Diese Angabe fehlt noch. Ohne sie darf die Seite nicht veröffentlicht werden.")
    if PLACEHOLDER.search(text):
        return _("Hier steht noch ein Platzhalter. So darf die Seite nicht veröffentlicht werden.")
    return None


class Guarded:
    """A model whose `guarded_fields` must be filled in before it goes online."""

    guarded_fields: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def gaps(cls, values: Mapping[str, Any]) -> dict[str, str]:
        """The guarded fields among `values` that may not go online, each with the reason."""
        return {
            name: gap for name in cls.guarded_fields if name in values and (gap := gap_in(values[name])) is not None
        }

    def own_gaps(self) -> dict[str, str]:
        """The gaps of this very row."""
        return self.gaps({name: getattr(self, name) for name in self.guarded_fields})


class GuardedPageForm(WagtailAdminPageForm):
    """Says next to the field what is missing, when the page is to be published or submitted; never on a draft."""

    def is_valid(self) -> bool:
        valid: bool = super().is_valid()
        if not self.is_bound or self.is_deferred_validation:
            return valid
        forms = [(self, type(self.instance))]
        for relation in self.instance.guarded_children:
            formset = self.formsets[relation]
            forms += [(form, formset.model) for form in formset.forms if not formset._should_delete_form(form)]
        return not [form for form, model in forms if self._mark_gaps(form, model)] and valid

    def _mark_gaps(self, form: Any, model: type[Guarded]) -> bool:
        """Write the gaps of `form` next to its fields, once. True when there are any."""
        gaps = model.gaps(getattr(form, "cleaned_data", {}))
        for name, gap in gaps.items():
            if name not in form.errors:
                form.add_error(name, gap)
        return bool(gaps)


class GuardedPage(Guarded, TranslatedPage):
    """A page that refuses to go online with gaps. `guarded_children`: its guarded inline rows, at least one each."""

    guarded_children: ClassVar[tuple[str, ...]] = ()
    base_form_class = GuardedPageForm

    class Meta:
        abstract = True

    def refuse_gaps(self) -> None:
        """Raise `PublicationRefusedError` when the page as it stands in memory has gaps."""
        problems = [f"{_label(self, name)}: {gap}" for name, gap in self.own_gaps().items()]
        for relation in self.guarded_children:
            rows = list(getattr(self, relation).all())
            if not rows:
                problems.append(_("Es fehlt mindestens ein Eintrag."))
            for row in rows:
                problems += [
                    f"{row}: {row._meta.get_field(name).verbose_name}: {gap}" for name, gap in row.own_gaps().items()
                ]
        if problems:
            raise PublicationRefusedError(self, problems)

    def save(self, clean: bool = True, user: Any = None, log_action: Any = False, **kwargs: Any) -> Any:
        """Refuse to write a live page with gaps. `clean=False` is Wagtail's way to write its own columns only."""
        if clean and self.live:
            self.refuse_gaps()
        return super().save(clean=clean, user=user, log_action=log_action, **kwargs)

    def publish(self, revision: Revision, user: Any = None, log_action: Any = True, **kwargs: Any) -> Any:
        """Refuse to publish, or to schedule, a revision with gaps.

        A scheduled one that comes due is taken off the schedule instead, with a log entry: an
        exception would keep every other page that is due from being published.
        """
        try:
            revision.as_object().refuse_gaps()
        except PublicationRefusedError as refused:
            if log_action != SCHEDULED:
                raise
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            log(instance=self, action="pages.publication_refused", data={"problems": refused.messages})
            return None
        return super().publish(revision, user=user, log_action=log_action, **kwargs)


def _label(row: models.Model, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name))
