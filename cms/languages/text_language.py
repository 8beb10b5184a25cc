"""In which language a page's published text is: not always that of the tree it stands in."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Revision


def with_text_language(pages: QuerySet[Page]) -> QuerySet[Page]:
    """`pages` that know, as `text_language_told`, what `TranslatedPage.content_language` says; in the same query.

    For lists of plain pages. Whether a page is an alias tells nothing: it ceases to be one when its translation is
    begun, long before that is published, and the alias of an English page is English.
    """
    kinds = [model for model in apps.get_models() if issubclass(model, TranslatedPage)]
    written = [NullIf(f"{kind._meta.model_name}__text_language", Value("")) for kind in kinds]
    return pages.annotate(
        text_language_told=Coalesce(*written, "alias_of__locale__language_code", "locale__language_code")
    )


class TranslatedPage(Page):
    """A page that says in which language its published text is.

    `text_language` is written where text is written, by saving a revision, and read where it is published. An alias
    takes it over from its source. So it stays "de" on a page that was an alias until its translation is published,
    although Wagtail calls the page an ordinary one from the click on "convert" on.
    """

    text_language = models.CharField(max_length=20, blank=True, default="", editable=False)

    class Meta:
        abstract = True

    @property
    def content_language(self) -> str:
        """BCP 47 tag of the published text."""
        return str(self.text_language or (self.alias_of or self).locale.language_code)

    @property
    def is_untranslated(self) -> bool:
        """Whether a visitor of another language reads German here."""
        return bool(self.content_language == settings.LANGUAGE_CODE != get_language())

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`text_lang` is what every template, those of the blocks too, marks the typed text with."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"text_lang": self.content_language}

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        self.text_language = self.locale.language_code
        return super().save_revision(*args, **kwargs)
