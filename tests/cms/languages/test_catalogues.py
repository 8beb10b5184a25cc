"""The files in locale/: merged without guessing, written the same every time, checked for what would show."""

import shutil
from io import StringIO

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings
from django.core.management import CommandError, call_command

from cms.languages import checks
from cms.languages.catalogues import CatalogueFiles, compiled_texts, merged, mo_bytes, po_text, read, update
from cms.languages.extraction import LIBRARY_TEXTS
from cms.languages.findings import faults as faults_of
from cms.languages.findings import findings, state_of
from cms.languages.management.commands.catalogues import LANGUAGES

PLACES = ("%(n)d Ort", "%(n)d Orte")


def template(*msgids, where="templates/home.html"):
    catalog = Catalog()
    for line, msgid in enumerate(msgids):
        catalog.add(msgid, locations=[(where, line)])
    return catalog


def translated(files, template_, texts):
    """Write the catalogue with these translations, as a translator would."""
    update(files, template_)
    catalog = merged(template_, read(files), files.language)
    for msgid, text in texts.items():
        catalog.get(msgid).string = text
    files.po.write_bytes(po_text(catalog, files.language))
    files.mo.write_bytes(mo_bytes(catalog, files.language))


@pytest.fixture
def english(tmp_path):
    return CatalogueFiles("en", tmp_path)


@pytest.fixture
def arabic(tmp_path):
    return CatalogueFiles("ar", tmp_path)


def test_a_changed_text_starts_empty_and_the_old_one_goes(english):
    translated(english, template("Anmelden", "Abmelden"), {"Anmelden": "Register", "Abmelden": "Withdraw"})
    update(english, template("Anmelden", "Abmelden?"))
    catalog = read(english)
    assert catalog.get("Anmelden").string == "Register"
    assert not catalog.get("Abmelden?").string
    assert "Withdraw" not in english.po.read_text()


def test_two_runs_write_the_same_bytes_and_no_line_numbers(english):
    update(english, template("Anmelden"))
    before = english.po.read_bytes(), english.mo.read_bytes()
    moved = Catalog()
    moved.add("Anmelden", locations=[("templates/home.html", 99)])
    update(english, moved)
    assert (english.po.read_bytes(), english.mo.read_bytes()) == before
    assert "#: templates/home.html\n" in english.po.read_text()


def test_half_a_plural_is_not_compiled(english):
    translated(english, template(PLACES), {PLACES[0]: ("%(n)d place", "")})
    assert compiled_texts(english.mo.read_bytes()) == {}


def test_library_texts_are_for_the_others_and_german_ones_not_for_german(tmp_path):
    own, library = template("Anmelden"), template("Email", where=LIBRARY_TEXTS)
    for language, wants_own, wants_library in (("de", False, True), ("en", True, False), ("ar", True, True)):
        assert bool(merged(own, Catalog(), language).get("Anmelden")) is wants_own
        assert bool(merged(library, Catalog(), language).get("Email")) is wants_library


def test_what_the_library_says_itself_is_not_missing(tmp_path):
    texts = template("This field is required.", where=LIBRARY_TEXTS)
    assert state_of(merged(texts, Catalog(), "ar"), "ar").missing == 0
    assert state_of(merged(texts, Catalog(), "de-simple"), "de-simple").missing == 1


def faults(files, template_, *, offered=True):
    return list(findings(files, template_, offered=offered))


def test_a_complete_catalogue_has_no_fault(english):
    texts = template("Guten Tag %(name)s", PLACES)
    translated(english, texts, {"Guten Tag %(name)s": "Hello %(name)s", PLACES[0]: ("%(n)d place", "%(n)d places")})
    assert faults(english, texts) == []


def test_missing_counts_only_where_the_language_is_offered(english):
    texts = template("Anmelden")
    update(english, texts)
    assert faults(english, texts) == ["locale/en: nicht übersetzt: „Anmelden“"]
    assert faults(english, texts, offered=False) == []


def test_a_new_text_is_noticed(english):
    update(english, template("Anmelden"))
    assert any("django.po passt nicht" in fault for fault in faults(english, template("Anmelden", "Neu")))


def test_a_stale_mo_is_noticed(english):
    texts = template("Anmelden")
    translated(english, texts, {"Anmelden": "Register"})
    english.po.write_text(english.po.read_text().replace("Register", "Sign up"))
    assert faults(english, texts) == ["locale/en: django.mo passt nicht zu django.po."]


@pytest.mark.parametrize(
    "text", ["Hello", "Hello %(nam)s", "Hello %(name)s %(extra)s", "Hello {name}", "<b>Hello</b> %(name)s"]
)
def test_a_placeholder_lost_or_invented_is_noticed(english, text):
    texts = template("Guten Tag %(name)s")
    translated(english, texts, {"Guten Tag %(name)s": text})
    assert any("Platzhalter stimmen nicht" in fault for fault in faults(english, texts))


def test_braces_count_as_placeholders_and_percent_signs_do_not(english):
    texts = template("Schlüssel {number}", "100 %% sicher")
    translated(english, texts, {"Schlüssel {number}": "Key", "100 %% sicher": "quite safe"})
    assert [fault for fault in faults(english, texts) if "Platzhalter" in fault] == [
        "locale/en: Platzhalter stimmen nicht ({number}): „Schlüssel {number}“"
    ]


def test_arabic_has_six_forms_and_each_must_be_there(arabic):
    texts = template(PLACES)
    forms = ["لا أماكن", "مكان واحد", "مكانان", "%(n)d أماكن", "%(n)d مكاناً", "%(n)d مكان"]
    translated(arabic, texts, {PLACES[0]: tuple(forms)})
    assert faults(arabic, texts) == []
    translated(arabic, texts, {PLACES[0]: (*forms[:4], "", forms[5])})
    assert any("Von 6 Pluralformen fehlt eine" in fault for fault in faults(arabic, texts))


def test_the_last_plural_form_must_say_the_number(english):
    texts = template(PLACES)
    translated(english, texts, {PLACES[0]: ("one place", "places")})
    assert any("Platzhalter" in fault for fault in faults(english, texts))


def test_an_offered_language_without_catalogue_is_named_at_start(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    settings.LANGUAGES = [("en", "English")]
    [warning] = checks.check_compiled()
    assert warning.id == "languages.W001"
    assert "„en“" in warning.msg


def test_the_command_shows_every_language():
    out = StringIO()
    call_command("catalogues", stdout=out)
    assert [line.split()[0] for line in out.getvalue().splitlines()[1:]] == ["de", "de-simple", "en", "ar"]


def test_the_check_fails_on_a_text_without_entry(settings, tmp_path):
    base = settings.BASE_DIR
    settings.BASE_DIR = tmp_path
    shutil.copytree(base / "locale", tmp_path / "locale")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "new.html").write_text('{% load i18n %}{% translate "Ganz neu" %}')
    with pytest.raises(CommandError, match=r"django\.po passt nicht"):
        call_command("catalogues", check=True)


def test_german_has_no_gap_among_library_texts():
    """German readers would see English."""
    files = CatalogueFiles("de", settings.BASE_DIR)
    assert state_of(read(files), "de").missing == 0


def test_every_language_offered_is_checked():
    assert {code for code, _name in settings.LANGUAGES} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_would_break_a_page(language):
    """A placeholder nobody fills is an error 500 in that language alone, where none of us would see it."""
    catalog = read(CatalogueFiles(language, settings.BASE_DIR))
    broken = [fault for message in catalog if message.id for fault in faults_of(message, language, offered=False)]
    assert broken == []
