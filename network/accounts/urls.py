"""Before allauth's own: the same addresses and names where a page of ours takes the place of its."""

from django.urls import path

from network.accounts import sign_in_views, views

urlpatterns = [
    path("login/code/", sign_in_views.RequestCodeView.as_view(), name="account_request_login_code"),
    path("login/code/confirm/", sign_in_views.EnterCodeByMailView.as_view(), name="account_confirm_login_code"),
    path("sprache/", views.LanguageView.as_view(), name="account_language"),
    path("2fa/totp/activate/", views.SetUpView.as_view(), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", views.RemoveView.as_view(), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", views.RecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
    path("2fa/reauthenticate/", views.EnterCodeView.as_view(), name="mfa_reauthenticate"),
    path("sessions/", views.SessionsView.as_view(), name="usersessions_list"),
    path("sessions/<int:pk>/end/", views.SessionEndView.as_view(), name="usersessions_end"),
]
