"""Languages that nobody offers, asked for in every way there is."""

import pytest

pytestmark = pytest.mark.django_db

NONSENSE = [
    "xx",
    "klingon;q=0.9",
    "*",
    ";;;q=,,",
    "de;q=abc, ar;q=-1",
    "a" * 600,
    "zh-" + "-".join(["Hant"] * 200),
    "../../etc/passwd",
    "ar\x00, en",
    "العربية",
]


@pytest.mark.parametrize("header", NONSENSE)
@pytest.mark.parametrize("path", ["/termine/", "/mitmachen/", "/konto/login/"])
def test_a_browser_that_asks_for_nonsense_gets_german(client, path, header):
    response = client.get(path, headers={"accept-language": header.encode().decode("latin-1")})
    assert response.status_code == 200
    assert response.headers["Content-Language"] == "de"


@pytest.mark.parametrize("header", NONSENSE)
def test_the_page_that_is_not_there_bears_it_too(client, header):
    response = client.get("/gibt-es-nicht/", headers={"accept-language": header.encode().decode("latin-1")})
    assert response.status_code == 404
    assert 'lang="de"' in response.content.decode()


@pytest.mark.parametrize("prefix", ["xx", "fr", "de", "de_Simple", "%00", "%D8%B9"])
def test_an_unknown_language_in_the_address_is_not_found_in_german_with_a_way_on(client, prefix):
    response = client.get(f"/{prefix}/termine/")
    page = response.content.decode()
    assert response.status_code == 404
    assert '<html lang="de"' in page
    assert 'href="/termine/"' in page


@pytest.mark.parametrize("cookie", ["xx", "../ar", "a" * 5000])
def test_a_cookie_with_another_language_changes_nothing(client, settings, cookie):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    assert client.get("/termine/").headers["Content-Language"] == "de"


@pytest.mark.parametrize("query", ["?lang=xx", "?lang=", "?lang=%00", "?lang=de&lang=zz", "?lang=" + "a" * 2000])
def test_a_feed_in_no_language_is_german(client, query):
    response = client.get(f"/kalender/alle.ics{query}")
    assert response.status_code == 200
    assert response.headers["Content-Language"] == "de"


@pytest.mark.parametrize("language", ["de-simple", "en", "ar"])
def test_a_feed_speaks_every_language_offered(client, language):
    response = client.get("/kalender/alle.ics", {"lang": language})
    assert response.headers["Content-Language"] == language
