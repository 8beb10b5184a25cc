"""In which language a page's published text is: not always that of the tree it stands in."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Revision


def text_language_of(page: Page) -> str:
    """BCP 47 tag of what stands on `page`. An alias repeats a German page in the tree of another language.

    For lists of plain pages; load them with `select_related("locale")`. One case only the page itself knows
    (`TranslatedPage.content_language`): somebody has begun a translation and not yet published it.
    """
    return settings.LANGUAGE_CODE if page.alias_of_id else str(page.locale.language_code)


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
        return self.text_language or text_language_of(self)

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
