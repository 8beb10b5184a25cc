from django.urls import path

from events.registration import views

app_name = "registration"
urlpatterns = [
    path("termine/<slug:slug>-<int:pk>/anmelden/", views.JoinView.as_view(), name="join"),
    path("mitglieder/anmeldungen/<int:pk>/abmelden/", views.CancelView.as_view(), name="cancel"),
]
