from django.urls import path

from cms.feedback import views

app_name = "feedback"
urlpatterns = [
    path("barriere-melden/", views.ReportView.as_view(), name="report"),
    path("barriere-melden/danke/<slug:reference>/", views.thanks, name="thanks"),
]
