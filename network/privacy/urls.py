from django.urls import path

from network.privacy import decision_views, views

app_name = "privacy"
urlpatterns = [
    path("", views.AccountView.as_view(), name="account"),
    path("name/", views.NameView.as_view(), name="name"),
    path("daten/", views.DataView.as_view(), name="data"),
    path("daten/daten.json", views.DataFileView.as_view(), name="data_file"),
    path("noch-einmal-einloggen/", views.SignInAgainView.as_view(), name="sign_in_again"),
    path("loeschen/", views.ErasureView.as_view(), name="erasure"),
    path("loeschen/zuruecknehmen/", views.ErasureWithdrawView.as_view(), name="erasure_withdraw"),
    path(
        "loeschen/zuruecknehmen/<str:secret>/",
        views.ErasureWithdrawByLinkView.as_view(),
        name="erasure_withdraw_by_link",
    ),
    path("einwilligungen/", decision_views.ConsentsView.as_view(), name="consents"),
    path("e-mails/", decision_views.MailPreferencesView.as_view(), name="mails"),
    path("e-mails/abbestellen/<str:secret>/", decision_views.UnsubscribeView.as_view(), name="unsubscribe"),
]
