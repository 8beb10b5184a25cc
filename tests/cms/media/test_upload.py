"""What an editor can upload, and what is said to one who tries something else."""

import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from cms.media.models import SiteDocument, SiteImage
from tests.factories.media import ImageFactory, picture_file

AJAX = {"X-Requested-With": "XMLHttpRequest"}
ADD = "/redaktion/images/add/"
PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_header(width, height):
    return PNG + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def bomb(width, height):
    """A valid PNG, small on disk, of `width` × `height` black pixels."""
    rows = zlib.compress(b"\0" * (1 + width * 3) * height, 9)
    return png_header(width, height) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def form(file, **changes):
    return {"title": "Treffen", "credit": "Foto: Mina Beispiel", "licence": "CC BY 4.0", "file": file} | changes


@pytest.mark.parametrize(
    ("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.gif", "GIF"), ("a.webp", "WEBP")]
)
def test_an_editor_uploads_a_picture_into_the_own_collection(client, editor, mo, name, kind):
    response = client.post(ADD, form(picture_file(name, kind)))
    assert response.status_code == 302
    image = SiteImage.objects.get()
    assert (image.width, image.height) == (20, 10)
    assert image.collection == mo.collection
    assert image.uploaded_by_user == editor


NO_PICTURE = "Diese Datei ist kein Bild, das wir lesen können."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("bild.png", b"#!/bin/sh\nrm -rf ~\n", NO_PICTURE),
        ("bild.png", b"<html><script>alert(1)</script></html>", NO_PICTURE),
        ("bild.jpg", b"%PDF-1.7\n", NO_PICTURE),
        ("bild.png", b"", "leer"),
        ("bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", NO_PICTURE),
        ("bild.png", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>", NO_PICTURE),
        ("bild.html", picture_file().read(), "Möglich sind"),
        ("bild.png", PNG + b"<script>alert(1)</script>", NO_PICTURE),
        ("bild.png", png_header(20, 10) + b"half a file", NO_PICTURE),
        ("bild.gif", b"GIF89a" + b"\0" * 40, NO_PICTURE),
        ("bild.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 40, NO_PICTURE),
        ("bild.jpg", picture_file().read(), "passt nicht zum Inhalt"),
        ("bild.png", bomb(8000, 7000), "zu viele Bildpunkte"),
        ("bild.png", png_header(60_000, 60_000), NO_PICTURE),
    ],
)
def test_what_is_no_picture_is_refused_at_the_field(client, editor, name, content, message):
    response = client.post(ADD, form(SimpleUploadedFile(name, content, "image/png")))
    assert response.status_code == 200
    page = response.content.decode()
    (error,) = response.context["form"].errors["file"]
    assert message in error
    assert f'<p class="error-message">{error}</p>' in " ".join(page.split()).replace("> ", ">").replace(" <", "<")
    assert response.context["form"]["title"].value() == "Treffen"
    assert not SiteImage.objects.exists()


def test_a_file_that_is_too_large_is_refused(client, editor, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10
    response = client.post(ADD, form(picture_file()))
    assert "zu groß" in response.context["form"].errors["file"][0]


@pytest.mark.parametrize("missing", ["credit", "licence"])
@pytest.mark.parametrize("typed", ["", "   "])
def test_a_picture_needs_credit_and_licence(client, editor, missing, typed):
    response = client.post(ADD, form(picture_file(), **{missing: typed}))
    assert list(response.context["form"].errors) == [missing]
    assert not SiteImage.objects.exists()


def test_the_database_refuses_a_picture_without_credit(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        ImageFactory(credit="")


def test_dropping_files_asks_for_credit_and_refuses_what_is_no_picture(client, editor):
    """The upload of many files at once: two steps, the second one asks for what is missing."""
    add = reverse("wagtailimages:add_multiple")
    refused = client.post(
        add,
        {"title": "x", "files[]": SimpleUploadedFile("x.png", b"<html>")},
        headers=AJAX,
    ).json()
    assert refused["success"] is False
    assert NO_PICTURE in refused["error_message"]

    uploaded = client.post(add, {"title": "Treffen", "files[]": picture_file()}, headers=AJAX).json()
    assert uploaded["success"] is True
    number = uploaded["uploaded_file_id"]
    assert not SiteImage.objects.exists()
    finish = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number])
    answers = {f"uploaded-image-{number}-{name}": value for name, value in form(None).items() if name != "file"}
    assert client.post(finish, answers, headers=AJAX).json()["success"] is True
    assert SiteImage.objects.get().credit == "Foto: Mina Beispiel"


def test_replacing_the_file_of_a_picture_is_checked_too(client, editor, mo):
    image = ImageFactory(collection=mo.collection, uploaded_by_user=editor)
    edit = reverse("wagtailimages:edit", args=[image.pk])
    response = client.post(edit, form(SimpleUploadedFile("x.png", b"<html>")))
    assert NO_PICTURE in response.context["form"].errors["file"][0]
    assert client.post(edit, form("", title="Neu")).status_code == 302
    image.refresh_from_db()
    assert image.title == "Neu"


@pytest.mark.parametrize("name", ["brief.html", "brief.svg", "brief.js", "brief.exe", "brief.pdf.html", "brief"])
def test_a_document_of_another_kind_is_refused(client, editor, name):
    response = client.post(
        reverse("wagtaildocs:add"), {"title": "Brief", "file": SimpleUploadedFile(name, b"<script>1</script>")}
    )
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not SiteDocument.objects.exists()


@pytest.mark.parametrize("name", ["brief.txt", "liste.csv", "brief.pdf", "brief.docx"])
def test_whatever_a_document_holds_a_browser_does_not_run_it(client, editor, name):
    content = b"<html><script>alert(1)</script></html>"
    client.post(reverse("wagtaildocs:add"), {"title": "Brief", "file": SimpleUploadedFile(name, content)})
    response = client.get(SiteDocument.objects.get().url)
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert "html" not in response["Content-Type"]
    inline = response.get("Content-Disposition", "inline").startswith("inline")
    assert inline == name.endswith(".pdf")
