"""What a browser shows travels compressed, and only that (docs/decisions/0010-compression.md)."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.compression import CompressionMiddleware

TEXT = "Treffen, lernen, mitmachen. " * 50


def answer(media_type, accepts="gzip, br", **headers):
    request = RequestFactory().get("/", headers={"accept-encoding": accepts})
    return CompressionMiddleware(lambda _: HttpResponse(TEXT, content_type=media_type, headers=headers))(request)


@pytest.mark.parametrize("media_type", ["text/html; charset=utf-8", "text/css", "text/javascript", "image/svg+xml"])
def test_what_a_browser_shows_is_compressed(media_type):
    response = answer(media_type)
    assert response.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response.headers["Vary"]
    assert len(response.content) < len(TEXT) / 2
    assert gzip.decompress(response.content).decode() == TEXT


def test_each_time_by_another_length_so_that_nobody_learns_from_it():
    assert len({len(answer("text/html").content) for _ in range(40)}) > 5


@pytest.mark.parametrize("media_type", ["text/calendar; charset=utf-8", "font/woff2", "application/pdf"])
def test_feeds_fonts_and_files_are_not(media_type):
    response = answer(media_type, ETag='"strong"')
    assert "Content-Encoding" not in response.headers
    assert "Vary" not in response.headers
    assert response.headers["ETag"] == '"strong"'


def test_who_cannot_unpack_gets_it_as_it_is():
    assert answer("text/html", accepts="identity").content.decode() == TEXT


def test_what_was_compressed_before_is_left_alone():
    packed = answer("text/css", **{"Content-Encoding": "br"})
    assert packed.content.decode() == TEXT
