from django.urls import path

from events.calendars import views

app_name = "calendars"

feed_patterns = [
    path("kalender/alle.ics", views.PublicFeedView.as_view(), name="public"),
    # path:, so that an address with a slash too much gets the same answer as any wrong one
    path("kalender/p/<path:token>.ics", views.PersonalFeedView.as_view(), name="personal"),
]
"""Namespace "feeds". Calendars keep their address for years, so it carries no language prefix; `?lang=` names one."""

urlpatterns = [
    path("mitglieder/kalender/", views.SubscriptionView.as_view(), name="subscribe"),
    path("mitglieder/kalender/<int:pk>/widerrufen/", views.RevokeView.as_view(), name="revoke"),
]
