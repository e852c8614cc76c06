import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trials", "0003_alerts")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="mark",
            field=models.UUIDField(default=uuid.uuid4),
        ),
    ]
