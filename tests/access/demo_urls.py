"""The addresses of the demo: the site's, and those its settings mount."""

from django.urls import include, path

import config.urls

urlpatterns = [path("demo/", include("config.demo.urls")), *config.urls.urlpatterns]
