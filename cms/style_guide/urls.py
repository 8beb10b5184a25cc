from django.urls import path

from cms.style_guide.views import style_guide_view

app_name = "style_guide"
urlpatterns = [path("stil/", style_guide_view, name="index")]
