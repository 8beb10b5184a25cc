"""The sign of life of the background workers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    """When a worker cluster last worked off its queue: one row per cluster name, not per process.

    Several replicas share a name and a queue, so one row answers the question that matters:
    does anybody do the work? It is written by a task that went the whole way (scheduled, queued,
    fetched, run), so a cluster that is up but stuck does not beat.
    """

    cluster = models.CharField(_("Warteschlange"), max_length=100, primary_key=True)
    beaten_at = models.DateTimeField(_("letztes Lebenszeichen"))

    class Meta:
        verbose_name = _("Lebenszeichen")
        verbose_name_plural = _("Lebenszeichen")
        default_permissions = ()

    def __str__(self) -> str:
        return self.cluster
