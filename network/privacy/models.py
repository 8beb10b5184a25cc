"""What somebody has decided about their data: consents, optional mails, erasure."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.accounts.models import Person
from network.privacy.querysets import ConsentQuerySet, ErasureQuerySet


class Consent(models.Model):
    """A yes to one purpose, in the words of one wording (Art. 7 (1) GDPR: who says so must be able to show it)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents", verbose_name=_("Person"))
    purpose = models.CharField(_("Zweck"), max_length=60)
    wording_version = models.CharField(_("Fassung"), max_length=20)
    language = models.CharField(_("Sprache"), max_length=20)
    given_at = models.DateTimeField(_("erteilt"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("widerrufen"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Einwilligung")
        verbose_name_plural = _("Einwilligungen")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"], condition=Q(withdrawn_at__isnull=True), name="consent_one_valid_each"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=models.F("given_at")),
                name="consent_withdrawn_after_given",
            ),
            models.CheckConstraint(condition=~Q(purpose="") & ~Q(wording_version=""), name="consent_says_to_what"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} ({self.wording_version})"


class MailRefusal(models.Model):
    """Somebody does not want this kind of mail. Asked before each mail that is optional."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mail_refusals", verbose_name=_("Person"))
    kind = models.CharField(_("Art"), max_length=60)
    refused_at = models.DateTimeField(_("abbestellt"), default=timezone.now)

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("abbestellte E-Mail")
        verbose_name_plural = _("abbestellte E-Mails")
        ordering = ["kind", "pk"]
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="mail_refusal_once_each")]

    def __str__(self) -> str:
        return self.kind


class UnsubscribeLink(models.Model):
    """The link in one optional mail that ends its kind without signing in. Only its digest is stored."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="unsubscribe_links")
    kind = models.CharField(_("Art"), max_length=60)
    digest = models.CharField(_("Prüfsumme"), max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Link zum Abbestellen")
        verbose_name_plural = _("Links zum Abbestellen")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.kind


class ErasureRequest(models.Model):
    """Somebody asked to be erased. Takes effect at `due_at`; until then the link in the mail takes it back.

    The row outlives the person, without them: it shows that a request was met, and when (Art. 5 (2) GDPR).
    """

    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="erasure_requests", verbose_name=_("Person")
    )
    asked_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("beantragt von")
    )
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    asked_at = models.DateTimeField(_("beantragt"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("wird gelöscht am"), editable=False)
    withdrawn_at = models.DateTimeField(_("zurückgenommen"), null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(_("gelöscht"), null=True, blank=True, editable=False)

    objects = ErasureQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Antrag auf Löschung")
        verbose_name_plural = _("Anträge auf Löschung")
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(withdrawn_at__isnull=True, erased_at__isnull=True),
                name="erasure_one_open_per_person",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(person__isnull=True, asked_by__isnull=True, withdrawn_at=None),
                name="erasure_done_names_nobody",
            ),
        ]

    def __str__(self) -> str:
        """Without the name: this text is copied into Wagtail's log, which is kept longer."""
        return f"#{self.pk}"
