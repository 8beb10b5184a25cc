"""What people type: what stays, what goes, and what a form says about it."""

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from network.typed_text import LineField, TextField, clean_line, clean_text

HARMFUL = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x00, 0x07, 0x1B, 0x7F, 0x9B)]


@pytest.mark.parametrize("sign", HARMFUL, ids=lambda sign: f"U+{ord(sign):04X}")
def test_controls_and_direction_overrides_are_taken_out(sign):
    assert clean_line(f"Ver{sign}ein") == "Verein"
    assert clean_text(f"Ver{sign}ein\nHanau") == "Verein\nHanau"


@pytest.mark.parametrize(
    "text",
    [
        "جمعية الأمل",  # Arabic
        "می‌خواهم",  # Persian, joined correctly only with a ZWNJ
        "کوردی",  # Sorani
        "Ünal & Söhne e.V.",
        "👩‍👧‍👦",  # one family, held together by ZWJ
        "<script>alert(1)</script>",  # harmless as text: templates escape it
        "a\u200fb",  # right-to-left mark: changes nothing after it
    ],
)
def test_what_people_write_stays(text):
    assert clean_line(text) == clean_text(text) == text


def test_equal_looking_names_become_equal():
    assert clean_line("Mu\u0308ller") == clean_line("M\u00fcl\u200bler") == "M\u00fcller"


def test_a_line_has_no_breaks_and_single_blanks():
    assert clean_line("  Verein\t\r\n für \u00a0 alle ") == "Verein für alle"


def test_a_text_keeps_its_paragraphs():
    assert clean_text(" Eins \r\nZwei\r\r\r\rDrei\u2028Vier ") == "Eins\nZwei\n\nDrei\nVier"


@pytest.mark.parametrize("text", ["", " \t\n", "\u200d\u200c", "\u200b\u200b", "\u202e", "\u3164", "\u2800"])
def test_what_cannot_be_seen_counts_as_empty(text):
    assert clean_line(text) == clean_text(text) == ""


@given(st.text(alphabet=st.characters()))
def test_cleaning_twice_changes_nothing_and_harm_never_survives(text):
    line, several = clean_line(text), clean_text(text)
    assert clean_line(line) == line
    assert clean_text(several) == several
    assert not set(HARMFUL) & set(line + several)
    assert "\n" not in line
    assert "\r" not in several


class NoteForm(forms.Form):
    name = LineField(max_length=5)
    note = TextField(max_length=10, min_length=3, required=False)


def test_limits_count_what_is_kept():
    form = NoteForm({"name": " a\u202eb\u0000cde ", "note": "1\r\n3\r\n5\r\n7\r\n90"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"name": "abcde", "note": "1\n3\n5\n7\n90"}


def test_an_overlong_line_is_named_with_both_numbers_and_not_lost():
    form = NoteForm({"name": "abcdefgh"})
    assert form.errors["name"] == ["Das ist zu lang: 8 Zeichen. Bitte kürzen Sie auf höchstens 5."]
    assert 'value="abcdefgh"' in str(form["name"])


def test_an_invisible_name_is_missing():
    assert NoteForm({"name": "\u200d"}).errors["name"] == ["Bitte füllen Sie dieses Feld aus."]


def test_the_browser_may_not_cut_and_writes_in_the_direction_of_the_text():
    form = NoteForm()
    for field in (str(form["name"]), str(form["note"])):
        assert "maxlength" not in field
        assert 'dir="auto"' in field
    assert "<textarea" in str(form["note"])
