"""A field ties its label, its help and its error to the input, whoever wrote the form."""

import pytest
from allauth.account.forms import LoginForm
from django import forms


class ApplicationForm(forms.Form):
    name = forms.CharField(label="Name der Organisation", help_text="Wie in der Satzung", max_length=20)
    mail = forms.EmailField(label="E-Mail-Adresse")
    phone = forms.CharField(label="Telefon", required=False)
    kind = forms.ChoiceField(
        label="Art", choices=[("v", "Verein"), ("i", "Initiative")], widget=forms.RadioSelect, help_text="Eine"
    )
    agreed = forms.BooleanField(label="Gelesen")
    token = forms.CharField(widget=forms.HiddenInput)


@pytest.fixture
def refused():
    return ApplicationForm({"name": "x" * 21, "mail": "niemand", "kind": ""})


def test_every_label_names_an_input_that_exists(render, refused):
    page = render("{{ form }}", form=refused)

    for label in page.find_all("label"):
        assert page.find(id=label["for"]).name in {"input", "textarea", "select"}


@pytest.mark.parametrize("name", ["name", "mail", "agreed"])
def test_a_refused_input_says_what_is_wrong_with_it(render, refused, name):
    page = render("{{ form }}", form=refused)
    field = page.find(id=f"id_{name}")

    assert field["aria-invalid"] == "true"
    described = " ".join(page.find(id=part).get_text(" ", strip=True) for part in field["aria-describedby"].split())
    assert "Fehler:" in described
    assert refused.errors[name][0] in described


def test_help_is_read_with_the_input_also_before_anything_is_wrong(render):
    page = render("{{ form }}", form=ApplicationForm())

    assert page.find(id=page.find(id="id_name")["aria-describedby"]).get_text(strip=True) == "Wie in der Satzung"


def test_a_group_of_choices_is_named_and_described_as_one(render, refused):
    group = render("{{ form }}", form=refused).find("fieldset")

    assert group.legend.get_text(strip=True) == "Art"
    assert set(group["aria-describedby"].split()) == {"id_kind_helptext", "id_kind_error"}
    assert all(group.find(id=part) for part in group["aria-describedby"].split())


def test_what_is_optional_says_so_in_a_word(render):
    labels = [
        label.get_text(" ", strip=True) for label in render("{{ form }}", form=ApplicationForm()).find_all("label")
    ]

    assert "Telefon ( freiwillig )" in labels or "Telefon (freiwillig)" in labels
    assert sum("freiwillig" in label for label in labels) == 1


def test_typed_text_keeps_its_own_direction_and_addresses_run_left_to_right(render):
    page = render("{{ form }}", form=ApplicationForm())

    assert page.find(id="id_name")["dir"] == "auto"
    assert page.find(id="id_mail")["dir"] == "ltr"


def test_what_was_typed_comes_back_escaped(render):
    page = render("{{ form }}", form=ApplicationForm({"name": '"><script>alert(1)</script>'}))

    assert page.find("script") is None
    assert page.find(id="id_name")["value"] == '"><script>alert(1)</script>'


def test_allauths_forms_come_through_the_same_component(render):
    page = render("{{ form }}", form=LoginForm())

    assert page.find(id="id_login").find_parent(class_="field")
    assert page.find(id="id_login")["dir"] == "ltr"
    assert page.find(id="id_password").find_parent(class_="field")


class TestErrorSummary:
    source = '{% include "components/error_summary.html" %}'

    def test_it_takes_the_focus_without_a_script(self, render, refused):
        summary = render(self.source, form=refused).find(class_="error-summary")

        assert summary["tabindex"] == "-1"
        assert summary.has_attr("autofocus")
        assert summary.find(role="alert")
        assert summary.find(id=summary["aria-labelledby"]).name == "h2"

    def test_each_line_leads_to_the_input_it_speaks_of(self, render, refused):
        page = render("{{ form }}" + self.source, form=refused)
        links = page.find(class_="error-summary").find_all("a")

        assert [link["href"] for link in links] == ["#id_name", "#id_mail", "#id_kind_0", "#id_agreed"]
        assert all(page.find(id=link["href"][1:]).name == "input" for link in links)

    def test_errors_of_the_whole_form_and_of_hidden_fields_are_there_too(self, render, refused):
        refused.add_error(None, "Gerade geschlossen.")
        text = render(self.source, form=refused).get_text()

        assert "Gerade geschlossen." in text
        assert refused.errors["token"][0] in text

    def test_further_forms_sent_with_it_are_listed(self, render):
        people = forms.formset_factory(ApplicationForm)({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0",
                                                         "form-1-name": "Amira"})  # fmt: skip
        links = render(self.source, formset=people).find_all("a")

        assert "#id_form-1-mail" in [link["href"] for link in links]

    def test_a_form_without_errors_has_none(self, render):
        assert render(self.source, form=ApplicationForm()).find(class_="error-summary") is None

    def test_the_title_says_it_first(self, render, refused):
        assert render("shell.html", form=refused).title.get_text(strip=True).startswith("Fehler:")
