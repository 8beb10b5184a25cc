"""The outbox in the Wagtail admin: look, and try again."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import linebreaksbr
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.generic import IndexView, InspectView

from network.messaging.models import OutboxMessage
from network.messaging.permissions import may_resend, may_view_outbox
from network.messaging.querysets import OutboxMessageQuerySet
from network.messaging.services import message_retry

NONE = "–"


class MessageIndexView(IndexView):
    """The list, without reading the texts of fifty mails for it."""

    def get_base_queryset(self) -> OutboxMessageQuerySet:
        """Everything the columns show."""
        return super().get_base_queryset().defer("text", "html")


class MessageInspectView(InspectView):
    """One message, with what its recipient read, unless that opens somebody's account."""

    template_name = "messaging/outbox_inspect.html"

    def get_subject_display_value(self) -> str | SafeString:
        """Hidden for sign-in codes: whoever reads one can become the person it was sent to."""
        return self._shown(self.object.subject)

    def get_text_display_value(self) -> str | SafeString:
        """As plain text: the HTML form says the same, and never runs inside the admin."""
        return self._shown(self.object.text)

    def get_attachments_display_value(self) -> str | SafeString:
        """Names and sizes; the files are their recipient's."""
        files = [(file.filename, len(file.content)) for file in self.object.attachments.all()]
        return format_html_join(", ", "<span dir='auto'>{}</span> ({} B)", files) or NONE

    def get_next_attempt_at_display_value(self) -> str:
        """Only where one is planned."""
        return _moment(self.object.next_attempt_at if self.object.state == "queued" else None)

    def get_created_at_display_value(self) -> str:
        """In Berlin time."""
        return _moment(self.object.created_at)

    def get_sent_at_display_value(self) -> str:
        """In Berlin time."""
        return _moment(self.object.sent_at)

    def get_purged_at_display_value(self) -> str:
        """In Berlin time."""
        return _moment(self.object.purged_at)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether to offer the button."""
        return super().get_context_data(**kwargs) | {"may_resend": may_resend(self.request.user, self.object)}

    def _shown(self, text: str) -> str | SafeString:
        if self.object.secret:
            return _("vertraulich, wird nicht angezeigt")
        if not text:
            return NONE
        return format_html('<div dir="auto">{}</div>', linebreaksbr(text, autoescape=True))


@require_POST
def message_resend(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the message back into the queue and return to it."""
    if not may_view_outbox(request.user):
        raise Http404
    message = message_retry(message=get_object_or_404(OutboxMessage, pk=pk), user=request.user)
    messages.success(request, _("Die Nachricht wartet wieder und geht gleich noch einmal hinaus."))
    return redirect("outbox:inspect", message.pk)


def _moment(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT") if moment else NONE
