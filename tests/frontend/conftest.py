import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.template.loader import render_to_string


@pytest.fixture
def render():
    """Render a template by name, or a piece of template source, and read the result as HTML."""

    def _render(source, **context):
        if source.endswith(".html"):
            text = render_to_string(source, context)
        else:
            text = engines["django"].from_string(source).render(context)
        return BeautifulSoup(text, "html.parser")

    return _render
