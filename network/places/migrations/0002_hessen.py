from django.db import migrations

from network.places.services import places_load


def load(apps, _schema_editor):
    places_load(registry=apps)


class Migration(migrations.Migration):
    """Districts, regions and postcodes are part of the product: every database has them, the tests' too."""

    dependencies = [("places", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
