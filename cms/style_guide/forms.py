"""A form with one field of every kind. Nothing it is given is kept."""

from django import forms

CHOICES = [("verein", "Verein"), ("initiative", "Initiative, noch kein Verein"), ("zentrum", "Familienzentrum")]


class SampleForm(forms.Form):
    """Sample texts: German, never translated."""

    name = forms.CharField(label="Name der Organisation", help_text="So, wie er in der Satzung steht.", max_length=20)
    email = forms.EmailField(label="Ihre E-Mail-Adresse", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    phone = forms.CharField(label="Telefon", required=False, help_text="Nur, wenn wir Sie anrufen dürfen.")
    place = forms.ChoiceField(label="Landkreis", choices=[("", "Bitte wählen"), ("og", "Offenbach"), ("ks", "Kassel")])
    kind = forms.ChoiceField(label="Wer sind Sie?", choices=CHOICES, widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        label="Was interessiert Sie?", choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )
    text = forms.CharField(label="Was möchten Sie uns sagen?", widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label="Ich habe die Hinweise zum Datenschutz gelesen.")


def sample_form() -> SampleForm:
    """As somebody finds it."""
    return SampleForm(prefix="leer")


def refused_form() -> SampleForm:
    """As it comes back: too long, no address, nothing chosen, not agreed."""
    data = {
        "name": "Verein der Freundinnen und Freunde des guten Ankommens",
        "email": "frau.hakimi(at)example.org",
        "phone": "٠٦٩ ١٢٣٤٥",
        "text": "جمعية الأمل e. V. 🎉",
    }
    return SampleForm({f"fehler-{name}": value for name, value in data.items()}, prefix="fehler")
