import django.contrib.postgres.fields
from django.db import migrations, models

FILL = """
    UPDATE trials_study s SET site_places = p.places
    FROM (
        SELECT t.study_id, array_agg(DISTINCT w.place ORDER BY w.place) AS places
        FROM trials_site t, LATERAL (VALUES
            (t.country_code), (t.country_code || '-' || nullif(t.state_code, ''))) w(place)
        WHERE t.country_code <> '' AND w.place IS NOT NULL
        GROUP BY t.study_id) p
    WHERE p.study_id = s.id"""


class Migration(migrations.Migration):
    dependencies = [("trials", "0004_edition_mark")]

    operations = [
        migrations.AddField(
            model_name="study",
            name="site_places",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=9), blank=True, default=list, size=None
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
