import pytest

from tests.e2e.access.combinations import HEIGHT
from tests.e2e.access.rules import SCRIPTS
from tests.e2e.access.site_map import find_everything
from tests.e2e.conftest import running_product


@pytest.fixture(scope="session")
def product(tmp_path_factory):
    """A product of our own: the samples that `site_map` lays into it would be in the way of all other tests."""
    with running_product(tmp_path_factory.mktemp("product")) as product:
        yield product


@pytest.fixture(scope="session")
def site_map(product):
    """Every page, by who can see it; found once for all tests of a process."""
    return find_everything(product)


@pytest.fixture
def page_of(browser, browser_context_args, product):
    """A page in the browser of somebody from the site map, with the rules at hand in whatever it opens."""
    contexts = []

    def page_for(somebody, **options):
        context = browser.new_context(
            **browser_context_args,
            base_url=product.url,
            viewport={"width": 1280, "height": HEIGHT},
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        context.add_cookies(
            [{"name": name, "value": value, "url": product.url} for name, value in somebody.cookies.items()]
        )
        context.add_init_script(SCRIPTS)
        return context.new_page()

    yield page_for
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def sheet(browser):
    """An empty page with the rules at hand, for tests that write their own HTML."""
    context = browser.new_context(viewport={"width": 800, "height": HEIGHT})
    context.add_init_script(SCRIPTS)
    yield context.new_page()
    context.close()
