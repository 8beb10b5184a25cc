"""Mount the reports in the admin, and name their action in the log."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from cms.feedback.viewsets import BarrierReportViewSet


@hooks.register("register_admin_viewset")
def barrier_report_viewset() -> BarrierReportViewSet:
    """The menu item and its pages."""
    return BarrierReportViewSet()


@hooks.register("register_log_actions")
def feedback_log_actions(actions: LogActionRegistry) -> None:
    """How the log calls what an editor did."""
    actions.register_action("feedback.answer", _("Beantworten"), _("Gemeldete Barriere beantwortet"))
