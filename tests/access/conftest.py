import logging

import pytest
from django.db import transaction

from tests.access.world import World
from tests.factories.wagtail_ground import lay_ground


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """The samples, made once for all tests of a file: whoever uses them undoes what they did."""
    logging.disable(logging.CRITICAL)  # thousands of refusals are no news
    with django_db_blocker.unblock(), transaction.atomic():
        lay_ground()
        yield World()
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)
