from django.db import migrations

from network.vocabulary.services import terms_load


def load(apps, _schema_editor):
    terms_load(registry=apps)


class Migration(migrations.Migration):
    """A new installation starts with the field's own words; from then on they belong to the editors."""

    dependencies = [("vocabulary", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
