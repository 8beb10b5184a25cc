"""The jobs of this slice itself."""

from network.jobs import services


def heartbeat() -> None:
    """Show that a worker is there."""
    services.heartbeat_write()


def failures_purge() -> None:
    """Forget old failed tasks."""
    services.failures_purge()
