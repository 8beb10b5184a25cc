from django.urls import path

from network.organisations import application_views, views

app_name = "organisations"
urlpatterns = [
    path("mitmachen/", application_views.ApplyView.as_view(), name="apply"),
    path("mitmachen/gesendet/", application_views.ApplySentView.as_view(), name="apply_sent"),
    path(
        "mitmachen/bestaetigen/<str:secret>/",
        application_views.ApplicationConfirmView.as_view(),
        name="application_confirm",
    ),
    path(
        "mitmachen/weiter/<str:secret>/",
        application_views.ApplicationContinueView.as_view(),
        name="application_continue",
    ),
    path("mitmachen/zugang/<int:pk>/", application_views.ClaimView.as_view(), name="claim"),
    path("mitglieder/zugang/<int:pk>/", application_views.ClaimObjectView.as_view(), name="claim_object"),
    path("mitglieder/", views.HomeView.as_view(), name="home"),
    path("mitglieder/<int:pk>/personen/neu/", views.ColleagueAddView.as_view(), name="colleague_add"),
]
