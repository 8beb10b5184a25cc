"""Reporting a barrier without an account, and answering in the Wagtail admin."""

from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.views.generic import EditView

from cms.feedback import services
from cms.feedback.forms import ReportForm
from cms.feedback.models import ANSWER_WITHIN, BarrierReport
from network.typed_text import clean_line

TOO_MANY = 429


@never_cache
def report(request: HttpRequest) -> HttpResponse:
    """The form. `?seite=` names the page one came from."""
    if request.method == "POST":
        form = ReportForm(request.POST)
        if form.is_valid():
            if _is_within_limits(request, form.cleaned_data["email"]):
                data = {name: value for name, value in form.cleaned_data.items() if name != "website"}
                saved = services.report_create(**data, language=get_language() or "de")
                return redirect("feedback:thanks", reference=saved.reference)
            form.add_error(
                None,
                _("Von Ihrem Anschluss kamen gerade viele Meldungen. Bitte senden Sie in einer Stunde noch einmal ab."),
            )
            return _form_page(request, form, status=TOO_MANY)
    else:
        form = ReportForm(initial={"page_address": clean_line(request.GET.get("seite", ""))[:500]})
    return _form_page(request, form)


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


def _form_page(request: HttpRequest, form: ReportForm, status: int = 200) -> HttpResponse:
    return render(request, "feedback/report.html", {"form": form, "days": ANSWER_WITHIN.days}, status=status)


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
