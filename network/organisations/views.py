"""The members' home."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from network.accounts.models import Person
from network.accounts.permissions import person_of
from network.kept_forms import KeptFormView
from network.organisations import services
from network.organisations.forms import ColleagueForm
from network.organisations.models import Organisation
from network.organisations.permissions import represents
from network.organisations.ports import home_panels
from network.organisations.selectors import own_organisations


class MemberRequiredMixin(LoginRequiredMixin):
    """For signed-in people. A bare account without a person gets the members' home, which explains."""

    person: Person

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        person = person_of(request.user)
        if request.user.is_authenticated and person is None:
            return render(request, "organisations/no_person.html", status=403)
        if person is not None:
            self.person = person
        return super().dispatch(request, *args, **kwargs)


class HomeView(MemberRequiredMixin, TemplateView):
    """What is next for me and mine."""

    template_name = "organisations/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        panels = [panel for build in home_panels if (panel := build(self.person)) is not None]
        return super().get_context_data(
            person=self.person, panels=panels, own_organisations=own_organisations(self.person), **kwargs
        )


class ColleagueAddView(MemberRequiredMixin, KeptFormView[ColleagueForm]):
    """A representative names somebody of their organisation who has no account."""

    template_name = "organisations/colleague_add.html"
    form_class = ColleagueForm
    organisation: Organisation

    @property
    def draft_name(self) -> str:
        return f"colleague-{self.organisation.pk}"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        person = person_of(request.user)
        if person is not None:
            self.organisation = get_object_or_404(Organisation, pk=kwargs["pk"])
            if not represents(person, self.organisation):
                raise Http404  # whether it exists is nobody else's business
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ColleagueForm) -> HttpResponse:
        colleague = services.colleague_add(
            actor=self.person, organisation=self.organisation, name=form.cleaned_data["name"]
        )
        self.note_arrival(_("%(name)s gehört jetzt zu Ihren Leuten.") % {"name": colleague.name})
        return redirect("organisations:home")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(organisation=self.organisation, **kwargs)
