"""How every form is written: through `templates/components/field.html`, allauth's forms included."""

from typing import Any

from django.forms import BoundField, Textarea, TextInput, Widget
from django.forms.renderers import TemplatesSetting

LEFT_TO_RIGHT = frozenset({"email", "url", "tel", "password", "number"})
"""Types of input whose content runs left to right in every language."""


class SiteBoundField(BoundField):
    """Knows which way typed text runs.

    Names and sentences follow their own script whatever the page's direction (`dir="auto"`). Addresses and
    passwords run left to right in every language; in a right-to-left page the caret would jump otherwise.
    """

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        used = widget or self.field.widget
        if "dir" not in used.attrs:
            # allauth's e-mail field is a TextInput with another type
            kind = used.attrs.get("type") or getattr(used, "input_type", "")
            if kind in LEFT_TO_RIGHT:
                attrs.setdefault("dir", "ltr")
            elif isinstance(used, TextInput | Textarea):
                attrs.setdefault("dir", "auto")
        return attrs


class SiteFormRenderer(TemplatesSetting):
    """Forms and fields by our components; widgets by Django's and Wagtail's own templates."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    bound_field_class = SiteBoundField
