"""The web server's part in the test that kills workers: enqueues mails, and asks for sweeps more often.

Reads from standard input how many mails to enqueue; ends with the end of the input.
In production the schedule asks for a sweep once a minute. Nobody wants to wait for that here, but the
sweep itself must run in the worker, where the kill can hit it.
"""

import select
import sys

import django

django.setup()

from django_q.tasks import async_task  # noqa: E402  (needs the apps)

from network.messaging.services import Attachment, message_enqueue  # noqa: E402

SWEEP_EVERY = 0.3  # seconds


def enqueue(number):
    message_enqueue(
        key=f"probe:{number}",
        template="probe",
        to=f"person{number}@example.org",
        language="de",
        context={"number": number, "name": "Gülşen Öztürk", "detail": "Zeile\n" * (number % 5)},
        attachments=[Attachment(f"{number}.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar")][
            : number % 2
        ],
    )


def main():
    made = 0
    while True:
        readable, _, _ = select.select([sys.stdin], [], [], SWEEP_EVERY)
        if not readable:
            async_task("network.messaging.tasks.outbox_sweep", q_options={"save": False})
        elif line := sys.stdin.readline():
            for number in range(made, made + int(line)):
                enqueue(number)
            made += int(line)
        else:
            return


main()
