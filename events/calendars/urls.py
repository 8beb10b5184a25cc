from django.urls import path

from events.calendars import views

app_name = "calendars"
urlpatterns = [
    path("kalender/alle.ics", views.PublicFeedView.as_view(), name="public"),
    # path:, so that an address with a slash too much gets the same answer as any wrong one
    path("kalender/p/<path:token>.ics", views.PersonalFeedView.as_view(), name="personal"),
    path("mitglieder/kalender/", views.SubscriptionView.as_view(), name="subscribe"),
    path("mitglieder/kalender/<int:pk>/widerrufen/", views.RevokeView.as_view(), name="revoke"),
]
