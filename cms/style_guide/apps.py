from django.apps import AppConfig


class StyleGuideConfig(AppConfig):
    name = "cms.style_guide"
    label = "style_guide"
    verbose_name = "Bausteine"
