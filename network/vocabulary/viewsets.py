"""The lists of terms in the Wagtail admin: "Begriffe", one entry per list."""

from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from network.vocabulary.forms import LanguageForm, TermForm
from network.vocabulary.models import EventFormat, Language, TargetGroup, Term, Topic


class TermDeleteView(generic.DeleteView):
    """Says why a term in use stays, instead of a server error."""

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except (ProtectedError, PermissionDenied):  # Wagtail asks its index of references first
            messages.error(
                self.request,
                _("„%(term)s“ wird noch benutzt. Schalten Sie den Begriff ab, dann wird er nicht mehr angeboten.")
                % {"term": self.object.name},
            )
            return redirect(self.edit_url_name, self.object.pk)


class TermViewSet(ModelViewSet):
    """A list of terms. Who may add, change or delete follows from the model's permissions."""

    model = Term
    icon = "tag"
    form_class = TermForm
    panel_names: tuple[str, ...] = ("name", "names", "code", "position", "is_active")
    list_display = ["name", "code", "position", BooleanColumn("is_active", label=_("wählbar"), sort_key="is_active")]
    list_filter = ["is_active"]
    list_per_page = 100
    search_fields = ["name", "code"]
    search_backend_name = None  # a hundred rows need no index
    ordering = ["position", "name"]
    copy_view_enabled = False
    delete_view_class = TermDeleteView

    @property
    def edit_handler(self) -> ObjectList:
        return ObjectList([FieldPanel(name) for name in self.panel_names], base_form_class=self.form_class)


class TopicViewSet(TermViewSet):
    model = Topic


class TargetGroupViewSet(TermViewSet):
    model = TargetGroup
    icon = "group"


class EventFormatViewSet(TermViewSet):
    model = EventFormat
    icon = "date"


class LanguageViewSet(TermViewSet):
    model = Language
    icon = "globe"
    form_class = LanguageForm
    panel_names = ("name", "own_name", "names", "code", "position", "is_active")
    list_display = [TermViewSet.list_display[0], "own_name", *TermViewSet.list_display[1:]]


class TermViewSetGroup(ModelViewSetGroup):
    menu_label = _("Begriffe")
    menu_icon = "list-ul"
    menu_order = 400
    items = (TopicViewSet, TargetGroupViewSet, EventFormatViewSet, LanguageViewSet)
