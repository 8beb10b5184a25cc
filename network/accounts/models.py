import uuid

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.accounts.managers import UserManager


class User(AbstractBaseUser, PermissionsMixin):
    """An account: the e-mail address is the login, there is no username.

    What is known of the human being is on `Person`; an account only signs in. The names Wagtail's
    admin asks for (`get_full_name`, `first_name`) are read from the person.
    """

    email = models.EmailField(_("E-Mail-Adresse"), unique=True)
    preferred_language = models.CharField(_("Sprache"), max_length=20, default=settings.LANGUAGE_CODE)
    is_staff = models.BooleanField(_("Administration"), default=False)
    is_active = models.BooleanField(_("aktiv"), default=True)
    date_joined = models.DateTimeField(_("angelegt"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_unique_whatever_case")]

    def __str__(self) -> str:
        return self.email

    def get_full_name(self) -> str:
        person = getattr(self, "person", None)
        return person.name if person else self.email

    def get_short_name(self) -> str:
        return self.get_full_name()


class Person(models.Model):
    """A human being in the network.

    Anchors memberships, registrations and calendar addresses. `user` and `email` may be empty: a
    colleague without a mailbox is a person for whom a representative acts. Several persons may
    share one address (families do), so the address is not unique here; it is on `User`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="person", verbose_name=_("Konto")
    )
    name = models.CharField(_("Name"), max_length=200)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    preferred_language = models.CharField(_("Sprache"), max_length=20, default=settings.LANGUAGE_CODE)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    erased_at = models.DateTimeField(_("gelöscht"), null=True, blank=True, editable=False)

    wagtail_reference_index_ignore = True  # nobody looks up its "usage", and each save would cost five queries

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("Personen")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(erased_at__isnull=True) | models.Q(user__isnull=True, email="", phone=""),
                name="person_erased_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.name
