"""Background work of the outbox. Takes primary keys; every task may run twice."""

from network.messaging import services


def deliver(pk: int) -> None:
    """Send message `pk` if it is due."""
    services.message_deliver(pk)


def outbox_sweep() -> None:
    """Hand over what waits and has no worker."""
    services.outbox_sweep()


def outbox_purge() -> None:
    """Erase what is past its time."""
    services.outbox_purge()
