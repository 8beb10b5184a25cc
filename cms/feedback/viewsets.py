"""Reported barriers in the Wagtail admin: a list of what waits, and a page to answer on."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet

from cms.feedback.forms import AnswerForm
from cms.feedback.models import BarrierReport
from cms.feedback.views import AnswerView


class BarrierReportViewSet(ModelViewSet):
    """Only addresses that lead somewhere: nobody adds, copies or deletes a report by hand."""

    model = BarrierReport
    url_prefix = "barrieren"
    icon = "warning"
    menu_label = _("Gemeldete Barrieren")
    menu_order = 500
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    edit_view_class = AnswerView
    list_display = [
        "reference",
        Column("get_state_display", label=_("Stand"), sort_key="state"),
        Column("due_label", label=_("Antwort bis"), sort_key="answer_due"),
        "page_address",
        DateColumn("created_at", label=_("eingegangen"), sort_key="created_at"),
    ]
    list_filter = ["state"]
    search_fields = ["reference", "page_address", "text"]
    search_backend_name = None
    list_per_page = 50
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("page_address", read_only=True),
                    FieldPanel("text", read_only=True),
                    FieldPanel("email", read_only=True),
                    FieldPanel("language", read_only=True),
                    FieldPanel("created_at", read_only=True),
                    FieldPanel("answer_due", read_only=True),
                    FieldPanel("answered_at", read_only=True),
                ],
                heading=_("Meldung"),
            ),
            FieldPanel("answer"),
        ],
        base_form_class=AnswerForm,
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """No buttons for what has no address."""
        nowhere = {"add_url_name": None, "delete_url_name": None, "usage_url_name": None}
        common: dict[str, Any] = super().get_common_view_kwargs(**nowhere, **kwargs)
        return common

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.edit_view, name="edit"),
            path("<int:pk>/verlauf/", self.history_view, name="history"),
            path("<int:pk>/verlauf/results/", self.history_results_view, name="history_results"),
        ]
