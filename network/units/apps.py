from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "network.units"
    label = "units"
    verbose_name = "Redaktionsbereiche"
