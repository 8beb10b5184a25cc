"""Forms whose content is not lost: refused, too often or in a broken network, what was typed is still there."""

from typing import TYPE_CHECKING, Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.views.generic import FormView

Form = TypeVar("Form", bound=forms.BaseForm)

TOO_MANY = 429
HOUR = 60 * 60
DRAFT_KEY = "draft:"
"""Begins every key that `static/js/draft.js` writes, and the tag of a message that tells it to forget one."""
ALL_DRAFTS = f"{DRAFT_KEY}*"


if TYPE_CHECKING:
    TypedFormView = FormView
else:

    class TypedFormView(FormView):
        """Django's FormView, which knows its form's type only in the stubs: at run time `FormView[…]` raises."""

        def __class_getitem__(cls, _form):
            return cls


class KeptFormView(TypedFormView[Form]):
    """A form that comes back filled in, whatever was wrong, and is kept on the device until it has arrived.

    `refusal` is set by config.errors when the form's protection against forgery did not match: the form is then
    shown again with these words, and nothing is done.
    """

    refusal: str | Promise = ""
    draft_store = "device"
    """Where the browser keeps the draft: "device" (for a week), or "tab" (until the tab is closed) where people may
    write something about their health."""

    @property
    def draft_name(self) -> str:
        """The form's name on the device: the same in every language, nothing personal."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.refusal:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        form.is_valid()
        return self.shown_again(form, str(self.refusal), status=403)

    def shown_again(self, form: Form, words: str, *, status: int) -> HttpResponse:
        """The form with all that was typed, and `words` above it."""
        form.add_error(None, words)
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def too_often(self, form: Form, words: str) -> HttpResponse:
        """Past a limit of ACCOUNT_RATE_LIMITS that counts by the hour (RFC 6585, section 4)."""
        response = self.shown_again(form, words, status=TOO_MANY)
        response.headers["Retry-After"] = str(HOUR)
        return response

    def note_arrival(self, words: str, level: int = messages.SUCCESS) -> None:
        """Say on the next page that the form has done its work; the device forgets the draft there."""
        messages.add_message(self.request, level, words, extra_tags=f"{DRAFT_KEY}{self.draft_name}")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        draft = {"name": self.draft_name, "store": self.draft_store, "owner": self._draft_owner()}
        return super().get_context_data(draft=draft, **kwargs)

    def _draft_owner(self) -> str:
        """Whose draft it is, unreadable: on a shared computer the next member must not find it. Empty for visitors."""
        person = getattr(self, "person", None)  # set by the views for members
        return salted_hmac("draft", str(person.pk)).hexdigest()[:12] if person else ""
