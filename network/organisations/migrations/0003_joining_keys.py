from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    for model in ("Organisation", "OrganisationApplication"):
        for row in apps.get_model("organisations", model).objects.only("pk", "name", "website").iterator():
            row.save(update_fields=["name_key", "web_key"])  # KeyField makes them
    application = apps.get_model("organisations", "OrganisationApplication")
    application.objects.filter(waiting_since=None).update(waiting_since=F("verified_at"))


class Migration(migrations.Migration):
    dependencies = [("organisations", "0002_joining")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
