"""/demo/: try every role with one click, and read every mail the product has sent.

Mounted by the demo settings only; `config.settings.production` refuses to start with it.
"""

from typing import Any

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from csp.decorators import csp_replace, csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import DetailView, TemplateView

from config.demo.people import ROLES
from network.accounts.models import User
from network.messaging.models import OutboxAttachment, OutboxMessage

NEWEST_MAILS = 50


class DemoView(TemplateView):
    """The roles, and the newest mails."""

    template_name = "demo/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mails = OutboxMessage.objects.prefetch_related("attachments").order_by("-pk")[:NEWEST_MAILS]
        return super().get_context_data(roles=ROLES, mails=mails, **kwargs)


class SignInView(View):
    """Sign in as one of the roles, through allauth: an editor is asked for the second factor as in real life."""

    def post(self, request: HttpRequest) -> HttpResponse:
        role = next((role for role in ROLES if role.email == request.POST.get("email")), None)
        if role is None:
            return redirect("demo:index")
        user = get_object_or_404(User, email=role.email)
        return perform_login(request, Login(user=user, redirect_url=role.start))


class MailView(DetailView[OutboxMessage]):
    """One mail as the reader gets it."""

    model = OutboxMessage
    template_name = "demo/mail.html"
    context_object_name = "mail"

    @method_decorator(csp_update({"frame-src": ["'self'"]}))
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return super().dispatch(request, *args, **kwargs)


class MailHtmlView(View):
    """The HTML part alone, for the frame. Mails carry inline styles, so this page may too."""

    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_replace({"frame-ancestors": ["'self'"]}))
    @method_decorator(csp_update({"style-src": ["'unsafe-inline'"]}))
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return HttpResponse(get_object_or_404(OutboxMessage, pk=pk).html)


class AttachmentView(View):
    """An attachment to download, for example the calendar file."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        attachment = get_object_or_404(OutboxAttachment, pk=pk)
        return HttpResponse(
            bytes(attachment.content),
            content_type=attachment.mimetype,
            headers={"Content-Disposition": f'attachment; filename="{attachment.filename}"'},
        )
