"""docs/permissions.md says what the predicates say."""

import pytest

from tests.access.document import document

pytestmark = pytest.mark.django_db


def test_the_document_says_what_the_predicates_say(world, project_root, request):
    file = project_root / "docs" / "permissions.md"
    fresh = document(world)
    if request.config.getoption("--write-permissions", default=False):
        file.write_text(fresh)
    assert file.read_text() == fresh, "Who may what has changed. Run make permissions, and read what it changed."
