from django.urls import path

from events.programme import views

app_name = "programme"
urlpatterns = [
    path("termine/", views.EventListView.as_view(), name="event_list"),
    path("termine/<slug:slug>-<int:pk>/", views.EventDetailView.as_view(), name="event_detail"),
]
