"""Kill the worker at any moment: a mail may be late, it is never lost, and doubled only as promised.

The promise (docs/decisions/0004-outbox.md): a second copy goes out only when the kill falls between the
server's acceptance and our note of it, and it carries the same Message-ID. A message in that gap is
`sending` when its worker dies, so each doublet must be explained by a kill that found it so.
"""

import os
import random
import subprocess
import sys
import time
from collections import defaultdict

import pytest
from django.conf import settings

from tests.network.messaging.killing import CountingServer, Database, Worker

MAILS_PER_KILL = 12
PATIENCE = 90  # seconds


def test_nothing_is_lost_when_the_worker_is_killed_a_few_times(tmp_path):
    prove(tmp_path, kills=6)


@pytest.mark.full
def test_nothing_is_lost_when_the_worker_is_killed_sixty_times(tmp_path):
    prove(tmp_path, kills=60)


def prove(folder, *, kills):
    seed = int(os.environ.get("KILL_SEED") or random.randrange(10**6))
    print(f"KILL_SEED={seed}")  # noqa: T201  (pytest shows it when the test fails)
    with Database(folder).created() as database:
        server = CountingServer(random.Random(seed))
        server.controller.start()
        try:
            snapshots = torment(folder, database, server, kills=kills, rng=random.Random(seed + 1))
        finally:
            server.controller.stop()
        judge(database.messages(), server.acceptances, snapshots, mails=kills * MAILS_PER_KILL)


def torment(folder, database, server, *, kills, rng):
    """Enqueue, start, kill, look; then one run in peace. Returns [(moment, messages)] after each kill."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.network.messaging.worker_settings",
        "DATABASE_URL": database.url,
        "EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    run = {"cwd": settings.BASE_DIR, "env": environment}
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity=0"], check=True, **run)
    snapshots = []
    with (
        (folder / "worker.log").open("wb") as log,
        subprocess.Popen(
            [sys.executable, "-m", "tests.network.messaging.producer"],
            stdin=subprocess.PIPE,
            stderr=log,
            text=True,
            **run,
        ) as producer,
    ):
        try:
            for _ in range(kills):
                print(MAILS_PER_KILL, file=producer.stdin, flush=True)
                conversations = server.conversations
                worker = Worker(environment, log)
                try:
                    if rng.random() < 0.8:  # else while it starts
                        wait_until(lambda seen=conversations: server.conversations > seen, "a conversation", folder)
                    time.sleep(rng.uniform(0, 1))
                finally:
                    worker.kill()
                snapshots.append((time.monotonic(), database.messages()))
            database.redeliver_all()
            worker = Worker(environment, log)
            try:
                total = kills * MAILS_PER_KILL
                wait_until(lambda: count_sent(database.messages()) == total, "the last mail", folder)
                time.sleep(2)  # for whatever is still in the queue to do harm, if it can
            finally:
                worker.kill()
        finally:
            producer.stdin.close()
    return snapshots


def wait_until(condition, what, folder):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not come. The worker said:\n{(folder / 'worker.log').read_text()[-4000:]}")
        time.sleep(0.02)


def count_sent(messages):
    return sum(state == "sent" for state, _ in messages.values())


def judge(messages, acceptances, snapshots, *, mails):
    copies = defaultdict(list)
    for acceptance in acceptances:
        copies[acceptance.message_id].append(acceptance)
    # A claim outlives several kills when they come faster than its lease runs out: its time tells it apart.
    cut_off = defaultdict(set)
    for _, at_kill in snapshots:
        for message_id, (state, claimed_at) in at_kill.items():
            if state == "sending":
                cut_off[message_id].add(claimed_at)
    doubled = {message_id: len(each) - 1 for message_id, each in copies.items() if len(each) > 1}
    counts = f"{sum(map(len, cut_off.values()))} claims cut off, {sum(doubled.values())} doublets"
    print(f"{mails} mails, {len(snapshots)} kills, {counts}")  # noqa: T201

    assert len(messages) == mails
    assert count_sent(messages) == mails, "no message is left waiting, sending or given up"
    assert set(copies) == set(messages), "every message was accepted, under its own Message-ID and no other"
    assert cut_off, "no kill fell into a delivery: this run has proved nothing"
    for message_id, surplus in doubled.items():
        assert surplus <= len(cut_off[message_id]), "a second copy without a kill that explains it"
        assert len({repr(copy.meaning()) for copy in copies[message_id]}) == 1, "a second copy that says something else"
    for moment, at_kill in snapshots:
        noted = {message_id for message_id, (state, _) in at_kill.items() if state == "sent"}
        again = [acceptance.message_id for acceptance in acceptances if acceptance.at > moment]
        assert noted.isdisjoint(again), "a message noted as sent went out again"
