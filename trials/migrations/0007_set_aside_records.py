import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trials", "0006_texts_as_they_are")]

    operations = [
        migrations.CreateModel(
            name="SetAsideRecord",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("body", models.TextField()),
                ("received_at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="syncproblem",
            name="set_aside",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="problems",
                to="trials.setasiderecord",
            ),
        ),
        migrations.AddIndex(
            model_name="syncproblem",
            index=models.Index(fields=["nct_id"], name="sync_problem_of_study"),
        ),
    ]
