"""What is said: home page, sections of the units, their pages, and the pages the law asks for."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Orderable, Page, PagePermissionTester, PageViewRestriction
from wagtail.search import index

from cms.languages.text_language import TranslatedPage, with_text_language
from cms.pages.blocks import TEXT_FEATURES, BodyBlock
from cms.pages.enums import Conformity
from cms.pages.publication import Guarded, GuardedPage, gap_in
from events.programme.selectors import next_event_rows
from network.units.models import EditorialUnit

SECTION_DEPTH = 3  # root, home, section
NEXT_EVENTS = 3  # on the home page and on a unit's front


def for_everybody(pages: QuerySet[Any]) -> QuerySet[Any]:
    """The live ones among `pages` that are not restricted themselves: what a list below a visible page may show.

    Wagtail's `public()` says the same of the whole tree, at the price of a query of its own.
    """
    restriction = PageViewRestriction.objects.filter(page_id=OuterRef("pk"))
    return pages.filter(~Exists(restriction), live=True)


class SitePage(TranslatedPage):
    """What every page of the site has: an introduction, a body, a place in the tree, a carrier."""

    introduction = models.TextField(
        _("Einleitung"), max_length=600, blank=True, help_text=_("Ein, zwei Sätze. Sie stehen unter der Überschrift.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("Inhalt"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        abstract = True

    @cached_property
    def unit(self) -> EditorialUnit | None:
        """The unit that answers for this page: that of the section it stands in. None for shared pages."""
        section = SectionPage.objects.filter(path=self.path[: SECTION_DEPTH * self.steplen]).select_related("unit")
        return next((found.unit for found in section), None)

    def breadcrumb(self, request: HttpRequest) -> list[tuple[str, str, str]]:
        """Title, address and language of the pages between the home page and this one."""
        if self.depth <= SECTION_DEPTH:
            return []
        ancestors = with_text_language(self.get_ancestors().filter(depth__gte=SECTION_DEPTH))
        return [(page.title, page.get_url(request) or "", page.text_language_told) for page in ancestors]

    def children_to_show(self) -> "QuerySet[Page]":
        """The live pages right below, in the editors' order."""
        return with_text_language(for_everybody(self.get_children()))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"unit": self.unit, "breadcrumb": self.breadcrumb(request)}

    def get_admin_display_title(self) -> str:
        """The published title of a published page, also while a draft renames it.

        Choosers show pages of all units; a draft's title is nobody's business but its own unit's.
        """
        return self.title if self.live else super().get_admin_display_title()


class HomePage(SitePage):
    """The shared front door, one per language. Nobody's alone: administrators write it."""

    is_creatable = False  # made by `manage.py setup` and by translation, one per language
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pages.SectionPage",
        "pages.StandardPage",
        "pages.LegalNoticePage",
        "pages.PrivacyPage",
        "pages.AccessibilityStatementPage",
    ]

    class Meta:
        verbose_name = _("Startseite")
        verbose_name_plural = _("Startseiten")

    @property
    def unit(self) -> None:
        """The home page belongs to all units."""
        return None

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find the page by its whole path. Wagtail asks twice for every step of the path.

        Raises `Http404`. No page type of ours routes below itself, so nothing is passed over.
        """
        if not path_components:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        page = get_object_or_404(Page.objects.descendant_of(self).live(), url_path=url_path)
        return page.specific.route(request, [])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        sections = for_everybody(SectionPage.objects.child_of(self)).select_related(
            "unit", "locale", "alias_of__locale"
        )
        return super().get_context(request, *args, **kwargs) | {
            "sections": sections,
            "next_events": next_event_rows(NEXT_EVENTS),
        }


class SectionPermissionTester(PagePermissionTester):
    """A section is the ground its unit's permissions stand on: only administrators delete or move it."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.user.is_superuser and super().can_delete(ignore_bulk=ignore_bulk)


class SectionPage(SitePage):
    """The front of one unit in one language. The unit's groups may write here and below."""

    unit = models.ForeignKey(EditorialUnit, verbose_name=_("Bereich"), on_delete=models.PROTECT, related_name="+")
    unit_locale = models.ForeignKey(
        Locale,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        help_text="Repeats `locale`, which lies in another table, so that the database can hold one section each.",
    )

    is_creatable = False  # made by `services.sections_provision`, with its permissions
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.StandardPage"]
    content_panels = [*Page.content_panels, FieldPanel("unit", read_only=True), *SitePage.content_panels[1:]]

    class Meta:
        verbose_name = _("Bereichsseite")
        verbose_name_plural = _("Bereichsseiten")
        constraints = [
            models.UniqueConstraint(fields=["unit", "unit_locale"], name="one_section_per_unit_and_language"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.unit_locale_id = self.locale_id
        return super().save(*args, **kwargs)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._set_core_field_defaults()
        self.unit_locale_id = self.locale_id
        super().full_clean(*args, **kwargs)

    def permissions_for_user(self, user: Any) -> SectionPermissionTester:
        return SectionPermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "children": self.children_to_show(),
            "next_events": next_event_rows(NEXT_EVENTS, self.unit),
        }


class StandardPage(SitePage):
    """A page of text. `reviewed_on`: the day somebody last made sure that all of it is true."""

    reviewed_on = models.DateField(
        _("Stand"),
        default=timezone.localdate,
        help_text=_("An welchem Tag Sie zuletzt alles auf der Seite geprüft haben."),
    )

    parent_page_types = ["pages.HomePage", "pages.SectionPage", "pages.StandardPage"]
    subpage_types = ["pages.StandardPage"]
    content_panels = [*SitePage.content_panels, FieldPanel("reviewed_on")]

    class Meta:
        verbose_name = _("Seite")
        verbose_name_plural = _("Seiten")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        children = self.children_to_show() if self.numchild else []
        return super().get_context(request, *args, **kwargs) | {"children": children}


# --- Pages the law asks for -----------------------------------------------------------------------
class LegalPage(GuardedPage):
    """One per language, below the home page, written by administrators. Gaps keep it offline."""

    as_of = models.DateField(_("Stand"), default=timezone.localdate)

    parent_page_types = ["pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    promote_panels = [MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")])]

    class Meta:
        abstract = True


class LegalNoticePage(LegalPage):
    """Impressum: who is behind the site (§ 5 DDG; § 18 Abs. 2 MStV for what is written)."""

    guarded_children = ("carriers",)
    content_panels = [
        *Page.content_panels,
        HelpPanel(
            content=_("Mit Lücken oder Platzhaltern lässt sich die Seite speichern, aber nicht veröffentlichen.")
        ),
        InlinePanel("carriers", heading=_("Träger"), label=_("Träger"), min_num=1),
        FieldPanel("as_of"),
    ]

    class Meta:
        verbose_name = _("Impressum")
        verbose_name_plural = _("Impressum")


class LegalNoticeCarrier(Guarded, Orderable):
    """What § 5 DDG asks of an association: name, address, who speaks for it, two quick ways, its register entry."""

    page = ParentalKey(LegalNoticePage, on_delete=models.CASCADE, related_name="carriers")
    name = models.CharField(_("Name mit Rechtsform"), max_length=200, help_text=_("Zum Beispiel: Beispielverein e.V."))
    address = models.TextField(
        _("Anschrift"), max_length=300, help_text=_("Straße, Postleitzahl und Ort. Ein Postfach genügt nicht.")
    )
    representatives = models.TextField(_("Vertretungsberechtigte"), max_length=300)
    email = models.EmailField(_("E-Mail"))
    second_contact = models.CharField(
        _("Zweiter schneller Weg"), max_length=200, help_text=_("Meist die Telefonnummer.")
    )
    register_court = models.CharField(_("Registergericht"), max_length=120)
    register_number = models.CharField(_("Registernummer"), max_length=40, help_text=_("Zum Beispiel: VR 1234"))
    vat_id = models.CharField(_("Umsatzsteuer-ID"), max_length=20, blank=True, help_text=_("Nur, wenn es sie gibt."))
    responsible = models.TextField(
        _("Inhaltlich verantwortlich"),
        max_length=300,
        help_text=_("Name und Anschrift einer Person (§ 18 Abs. 2 MStV)."),
    )

    guarded_fields = (
        "name", "address", "representatives", "email", "second_contact",
        "register_court", "register_number", "responsible",
    )  # fmt: skip

    class Meta(Orderable.Meta):
        verbose_name = _("Träger")
        verbose_name_plural = _("Träger")

    def __str__(self) -> str:
        return self.name or str(_("Träger"))

    @classmethod
    def gaps(cls, values: Any) -> dict[str, str]:
        """Besides empty fields and placeholders: a letterbox is no address one can be served at."""
        gaps = super().gaps(values)
        if "postfach" in str(values.get("address", "")).casefold():
            gaps.setdefault("address", str(_("Ein Postfach genügt nicht: Hier muss Post zugestellt werden können.")))
        # The tax number is optional, so only what is written there can be a gap.
        if (vat_id := values.get("vat_id")) and (gap := gap_in(vat_id)):
            gaps["vat_id"] = gap
        return gaps

    def own_gaps(self) -> dict[str, str]:
        return self.gaps({name: getattr(self, name) for name in (*self.guarded_fields, "vat_id")})


class PrivacyPage(LegalPage):
    """Datenschutz: what Art. 13 GDPR asks, the joint responsibility of Art. 26 included."""

    responsible = RichTextField(_("Wer verantwortlich ist"), features=TEXT_FEATURES)
    joint_controllership = RichTextField(
        _("Gemeinsame Verantwortung"),
        features=TEXT_FEATURES,
        help_text=_("Das Wesentliche der Vereinbarung (Art. 26 DSGVO)."),
    )
    rights = RichTextField(_("Ihre Rechte"), features=TEXT_FEATURES)
    supervisory_authority = RichTextField(_("Aufsichtsbehörde"), features=TEXT_FEATURES)
    cookies = RichTextField(_("Cookies"), features=TEXT_FEATURES, help_text=_("§ 25 TDDDG"))

    guarded_fields = ("responsible", "joint_controllership", "rights", "supervisory_authority", "cookies")
    guarded_children = ("processings",)
    content_panels = [
        *Page.content_panels,
        FieldPanel("responsible"),
        FieldPanel("joint_controllership"),
        InlinePanel("processings", heading=_("Welche Daten wofür"), label=_("Verarbeitung"), min_num=1),
        FieldPanel("cookies"),
        FieldPanel("rights"),
        FieldPanel("supervisory_authority"),
        FieldPanel("as_of"),
    ]

    class Meta:
        verbose_name = _("Datenschutzerklärung")
        verbose_name_plural = _("Datenschutzerklärungen")


class PrivacyProcessing(Guarded, Orderable):
    """One purpose for which data is kept, in the terms of Art. 13 GDPR."""

    page = ParentalKey(PrivacyPage, on_delete=models.CASCADE, related_name="processings")
    purpose = models.CharField(_("Wofür"), max_length=160)
    data = models.TextField(_("Welche Daten"), max_length=800)
    legal_basis = models.CharField(_("Rechtsgrundlage"), max_length=300)
    retention = models.CharField(_("Wie lange"), max_length=400)
    recipients = models.CharField(_("Wer sie bekommt"), max_length=300)

    guarded_fields = ("purpose", "data", "legal_basis", "retention", "recipients")

    class Meta(Orderable.Meta):
        verbose_name = _("Verarbeitung")
        verbose_name_plural = _("Verarbeitungen")

    def __str__(self) -> str:
        return self.purpose or str(_("Verarbeitung"))


class AccessibilityStatementPage(LegalPage):
    """Erklärung zur Barrierefreiheit (§ 4 BITV HE; model of Decision (EU) 2018/1523)."""

    scope = RichTextField(_("Wofür die Erklärung gilt"), features=TEXT_FEATURES)
    conformity = models.CharField(
        _("Stand der Vereinbarkeit"), max_length=10, choices=Conformity.choices, default=Conformity.PARTIAL
    )
    assessed_on = models.DateField(_("Geprüft am"), default=timezone.localdate)
    assessment = RichTextField(_("Wie geprüft wurde"), features=TEXT_FEATURES)
    contact = RichTextField(
        _("Kontakt"), features=TEXT_FEATURES, help_text=_("Der Weg zum Rückmeldeformular steht von selbst darunter.")
    )
    enforcement = RichTextField(_("Durchsetzungs- und Überwachungsstelle"), features=TEXT_FEATURES)

    guarded_fields = ("scope", "assessment", "contact", "enforcement")
    content_panels = [
        *Page.content_panels,
        FieldPanel("scope"),
        FieldPanel("conformity"),
        InlinePanel("known_gaps", heading=_("Bekannte Barrieren"), label=_("Barriere")),
        FieldPanel("assessed_on"),
        FieldPanel("assessment"),
        FieldPanel("contact"),
        FieldPanel("enforcement"),
        FieldPanel("as_of"),
    ]

    class Meta:
        verbose_name = _("Erklärung zur Barrierefreiheit")
        verbose_name_plural = _("Erklärungen zur Barrierefreiheit")


class KnownGap(Orderable):
    """A barrier that is known: what it is, and the way round it until it is gone."""

    page = ParentalKey(AccessibilityStatementPage, on_delete=models.CASCADE, related_name="known_gaps")
    description = models.CharField(_("Was nicht zugänglich ist"), max_length=300)
    alternative = models.CharField(_("Was stattdessen geht"), max_length=300)

    class Meta(Orderable.Meta):
        verbose_name = _("Bekannte Barriere")
        verbose_name_plural = _("Bekannte Barrieren")

    def __str__(self) -> str:
        return self.description
