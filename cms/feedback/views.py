"""Reporting a barrier without an account, and answering in the Wagtail admin."""

from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.views.generic import EditView

from cms.feedback import services
from cms.feedback.forms import ReportForm
from cms.feedback.models import ANSWER_WITHIN, BarrierReport
from network.kept_forms import KeptFormView
from network.typed_text import clean_line


@method_decorator(never_cache, name="dispatch")
class ReportView(KeptFormView[ReportForm]):
    """The form. `?seite=` names the page one came from."""

    template_name = "feedback/report.html"
    form_class = ReportForm
    draft_name = "barrier"  # as in thanks.html, which lets the device forget it
    draft_store = "tab"  # who tells of a barrier may tell of their health

    def get_initial(self) -> dict[str, Any]:
        return {"page_address": clean_line(self.request.GET.get("seite", ""))[:500]}

    def form_valid(self, form: ReportForm) -> HttpResponse:
        data = {name: value for name, value in form.cleaned_data.items() if name != "website"}
        if not _is_within_limits(self.request, data["email"]):
            words = _(
                "Von Ihrem Anschluss kamen gerade viele Meldungen. Bitte senden Sie in einer Stunde noch einmal ab."
            )
            return self.too_often(form, words)
        saved = services.report_create(**data, language=get_language() or "de")
        return redirect("feedback:thanks", reference=saved.reference)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(days=ANSWER_WITHIN.days, **kwargs)


@never_cache
@require_safe
def thanks(request: HttpRequest, reference: str) -> HttpResponse:
    """The number of the report, until when we answer, and who helps when we do not. Nothing of what was typed."""
    saved = get_object_or_404(BarrierReport, reference=reference)
    response = render(
        request,
        "feedback/thanks.html",
        {"reference": saved.reference, "answer_due": saved.answer_due, "with_email": bool(saved.email)},
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def _is_within_limits(request: HttpRequest, email: str) -> bool:
    """Per connection, and per address: our confirmation must not become a way to fill somebody's mailbox.

    The limits stand in ACCOUNT_RATE_LIMITS, beside those of signing in.
    """
    return ratelimit.consume(request, action="barrier_report") and (
        not email or ratelimit.consume(request, action="barrier_report_mail", key=email.lower())
    )


class AnswerView(EditView):
    """Read a report and answer it."""

    def save_instance(self) -> BarrierReport:
        """By the service, which asks, writes the log and sends the mail."""
        self.has_content_changes = True
        return services.report_answer(
            report=self.object, user=self.request.user, answer=self.form.cleaned_data["answer"]
        )

    def get_success_message(self) -> Any:
        """Say whether a mail went out."""
        if self.object.email:
            return _("Beantwortet. Die E-Mail ist unterwegs.")
        return _("Als beantwortet vermerkt.")
