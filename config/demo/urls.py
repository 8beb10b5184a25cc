from django.urls import path

from config.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.DemoView.as_view(), name="index"),
    path("anmelden/", views.SignInView.as_view(), name="sign_in"),
    path("mails/<int:pk>/", views.MailView.as_view(), name="mail"),
    path("mails/<int:pk>/html/", views.MailHtmlView.as_view(), name="mail_html"),
    path("anhaenge/<int:pk>/", views.AttachmentView.as_view(), name="attachment"),
]
