from django.urls import path

from network.organisations import views

app_name = "organisations"
urlpatterns = [
    path("mitmachen/", views.ApplyView.as_view(), name="apply"),
    path("mitmachen/gesendet/", views.ApplySentView.as_view(), name="apply_sent"),
    path("mitmachen/bestaetigen/<str:secret>/", views.ApplicationConfirmView.as_view(), name="application_confirm"),
    path("mitglieder/", views.HomeView.as_view(), name="home"),
    path("mitglieder/<int:pk>/personen/neu/", views.ColleagueAddView.as_view(), name="colleague_add"),
]
