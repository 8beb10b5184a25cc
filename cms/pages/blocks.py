"""The building blocks of a page. Every figure and every state carries its date."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.pages.enums import Destination, NoticeKind, ProgrammeState

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]
PREVIEW = "pages/blocks/preview.html"


class HeadingBlock(blocks.StructBlock):
    """A heading inside the text. Level 1 belongs to the page's title."""

    text = blocks.CharBlock(label=_("Überschrift"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Ebene"), choices=[("2", _("Abschnitt")), ("3", _("Unterabschnitt"))], default="2"
    )

    class Meta:
        icon = "title"
        label = _("Überschrift")
        template = "pages/blocks/heading.html"
        preview_template = PREVIEW
        preview_value = {"text": "Wie wir beraten", "level": "2"}
        description = _("Gliedert den Text. Wer mit einem Screenreader liest, springt von Überschrift zu Überschrift.")


class TextBlock(blocks.RichTextBlock):
    """Running text, with no more formatting than reads well in every language and on paper."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "pages/blocks/text.html"
        preview_template = PREVIEW
        preview_value = "<p>Sie gründen einen Verein? Wir gehen die <b>Satzung</b> mit Ihnen durch.</p>"
        description = _("Absätze, Listen und Links.")


class NoticeBlock(blocks.StructBlock):
    """Something that matters for a while. It leaves the page by itself."""

    text = blocks.TextBlock(label=_("Text"), max_length=500, rows=3)
    kind = blocks.ChoiceBlock(label=_("Art"), choices=NoticeKind.choices, required=False, default="")
    ends_on = blocks.DateBlock(label=_("Letzter Tag"), help_text=_("Danach erscheint der Hinweis nicht mehr."))

    class Meta:
        icon = "warning"
        label = _("Hinweis mit Ende")
        template = "pages/blocks/notice.html"
        preview_template = PREVIEW
        preview_value = {"text": "Am 24. Dezember ist das Büro geschlossen.", "kind": "", "ends_on": date(2999, 12, 24)}
        description = _("Erscheint bis zu einem Tag, den Sie festlegen, und verschwindet dann von selbst.")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        # The day ends when it ends in Berlin, whatever the server's clock says.
        context["is_over"] = value["ends_on"] is None or value["ends_on"] < timezone.localdate()
        return context


class KeyFigureBlock(blocks.StructBlock):
    """A number with the day it was true, who says so, and when somebody looks again."""

    value = blocks.CharBlock(label=_("Zahl"), max_length=40, help_text=_("So, wie sie erscheinen soll: „über 1.100“."))
    label = blocks.CharBlock(label=_("Was die Zahl zählt"), max_length=160)
    as_of = blocks.DateBlock(
        label=_("Stand"), help_text=_("Für welchen Tag die Zahl gilt. Ohne ihn erscheint sie nicht.")
    )
    source_title = blocks.CharBlock(label=_("Quelle"), max_length=160)
    source_url = blocks.URLBlock(label=_("Adresse der Quelle"))
    next_review = blocks.DateBlock(
        label=_("Nächste Prüfung"), help_text=_("Wann Sie nachsehen, ob die Zahl noch stimmt.")
    )

    class Meta:
        icon = "order"
        label = _("Kennzahl")
        template = "pages/blocks/key_figure.html"
        preview_template = PREVIEW
        preview_value = {
            "value": "über 1.100",
            "label": "WIR-Lots*innen in Hessen",
            "as_of": date(2025, 11, 7),
            "source_title": "Kompetenzzentrum Vielfalt",
            "source_url": "https://example.org/",
            "next_review": date(2026, 5, 1),
        }
        description = _("Eine Zahl, nie ohne Stichtag und Quelle.")

    def clean(self, value: Any) -> Any:
        """Raises `StructBlockValidationError` for a date of tomorrow and a review before the date itself."""
        cleaned = super().clean(value)
        as_of, next_review = cleaned["as_of"], cleaned["next_review"]
        errors = {}
        if as_of and as_of > timezone.localdate():
            errors["as_of"] = ValidationError(_("Eine Zahl kann nicht für einen Tag gelten, der erst kommt."))
        if as_of and next_review and next_review <= as_of:
            errors["next_review"] = ValidationError(_("Die nächste Prüfung liegt nach dem Stand."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned


class ExternalLinkBlock(blocks.StructBlock):
    """A way to somebody else's site, said to be one, with the day an editor last followed it."""

    title = blocks.CharBlock(label=_("Titel"), max_length=160, help_text=_("Was man dort findet, nicht „hier“."))
    url = blocks.URLBlock(label=_("Adresse"))
    provider = blocks.CharBlock(label=_("Wem die Seite gehört"), max_length=160)
    text = blocks.CharBlock(label=_("Wozu sie gut ist"), max_length=300, required=False)
    checked_on = blocks.DateBlock(
        label=_("Zuletzt geprüft"), required=False, help_text=_("Nur, wenn Sie dem Link wirklich gefolgt sind.")
    )

    class Meta:
        icon = "link-external"
        label = _("Externe Seite")
        template = "pages/blocks/external_link.html"
        preview_template = PREVIEW
        preview_value = {
            "title": "Karte der geförderten Projekte",
            "url": "https://example.org/",
            "provider": "Integrationskompass Hessen",
            "text": "Nach Thema oder Ort suchen.",
            "checked_on": date(2026, 1, 15),
        }
        description = _("Ein Link auf eine fremde Seite. Leser*innen sehen, dass sie uns verlassen.")


class ProgrammeStateBlock(blocks.StructBlock):
    """What holds for a funding programme, from which day on, and what came after it."""

    name = blocks.CharBlock(label=_("Programm"), max_length=160)
    state = blocks.ChoiceBlock(label=_("Zustand"), choices=ProgrammeState.choices)
    as_of = blocks.DateBlock(label=_("Stand"))
    text = blocks.RichTextBlock(label=_("Was gilt"), features=TEXT_FEATURES)
    source_title = blocks.CharBlock(label=_("Quelle"), max_length=160)
    source_url = blocks.URLBlock(label=_("Adresse der Quelle"))

    class Meta:
        icon = "date"
        label = _("Stand eines Programms")
        template = "pages/blocks/programme_state.html"
        preview_template = PREVIEW
        preview_value = {
            "name": "Integrationskurs mit Kind",
            "state": ProgrammeState.ENDED,
            "as_of": date(2024, 1, 1),
            "text": "<p>Das Bundesprogramm ist Ende 2023 ausgelaufen.</p>",
            "source_title": "Frühe Chancen",
            "source_url": "https://example.org/",
        }
        description = _("Läuft, beendet oder angekündigt: immer mit Datum und Quelle.")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["state_label"] = dict(ProgrammeState.choices).get(value["state"], "")
        return context


class CallToActionBlock(blocks.StructBlock):
    """The one next step, to a part of the product, a page, or an address."""

    text = blocks.CharBlock(label=_("Satz davor"), max_length=300, required=False)
    label = blocks.CharBlock(label=_("Aufschrift"), max_length=60, help_text=_("Ein Tun: „Termine ansehen“."))
    destination = blocks.ChoiceBlock(label=_("Bereich"), choices=Destination.choices, required=False)
    page = blocks.PageChooserBlock(label=_("oder Seite"), required=False)
    url = blocks.URLBlock(label=_("oder Adresse"), required=False)

    class Meta:
        icon = "arrow-right"
        label = _("Aufforderung")
        template = "pages/blocks/call_to_action.html"
        preview_template = PREVIEW
        preview_value = {
            "text": "Kommen Sie dazu, auch ohne Verein.",
            "label": "Termine ansehen",
            "destination": Destination.EVENTS,
            "page": None,
            "url": "",
        }
        description = _("Ein Knopf mit dem nächsten Schritt. Höchstens einer oder zwei je Seite.")

    def clean(self, value: Any) -> Any:
        """Raises `StructBlockValidationError` unless there is exactly one target."""
        cleaned = super().clean(value)
        targets = [cleaned[name] for name in ("destination", "page", "url") if cleaned[name]]
        if len(targets) != 1:
            raise blocks.StructBlockValidationError(
                non_block_errors=[ValidationError(_("Wählen Sie genau ein Ziel: Bereich, Seite oder Adresse."))]
            )
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["href"] = _target_url(value, (parent_context or {}).get("request"))
        return context


def _target_url(value: Any, request: Any) -> str:
    """The address of a call to action; empty when its page is offline, so that no button leads nowhere."""
    if value["destination"]:
        try:
            return reverse(value["destination"])
        except NoReverseMatch:  # the part of the product is switched off here
            return ""
    if value["page"]:
        page = value["page"].localized  # a German page where the text is an alias, and the visitor reads another tree
        return (page.get_url(request) or "") if page.live else ""
    return str(value["url"] or "")


@dataclass
class BodyPart:
    """A heading of the body and the blocks below it. `heading` is None for what stands before the first one."""

    heading: Any
    blocks: list[Any] = field(default_factory=list)


def body_parts(body: Any) -> list[BodyPart]:
    """`body`, a flat stream, in sections. Headings of level 3 stay inside the section of their level 2."""
    parts: list[BodyPart] = []
    for block in body:
        if block.block_type == "heading" and block.value["level"] == "2":
            parts.append(BodyPart(heading=block))
            continue
        if not parts:
            parts.append(BodyPart(heading=None))
        parts[-1].blocks.append(block)
    return parts


class BodyBlock(blocks.StreamBlock):
    """What the body of a page is made of."""

    heading = HeadingBlock()
    text = TextBlock()
    notice = NoticeBlock()
    key_figure = KeyFigureBlock()
    programme_state = ProgrammeStateBlock()
    external_link = ExternalLinkBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        template = "pages/blocks/body.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return context | {"parts": body_parts(value)}
