from django.db import migrations, models

# An import that wrote much has the tables counted afresh before its foreign keys are checked.
# Without this, a check that was taken back leaves "no rows on many pages" behind, and each of
# 50,000 rows is then looked up by an index that reads the whole organisation.
COUNT_AFRESH = """
CREATE FUNCTION people_count_afresh(tables regclass[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE counted regclass;
BEGIN
    FOREACH counted IN ARRAY tables LOOP
        EXECUTE format('ANALYZE (SKIP_LOCKED) %s', counted);
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION people_count_afresh(regclass[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_count_afresh(regclass[]) TO throughline_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_people"),
    ]

    operations = [
        migrations.AlterField(
            model_name="importrun",
            name="state",
            field=models.CharField(
                choices=[
                    ("chosen", "Columns to match"),
                    ("checking", "Being checked"),
                    ("checked", "Ready to import"),
                    ("importing", "Being imported"),
                    ("done", "Imported"),
                    ("refused", "Not imported"),
                    ("undoing", "Being undone"),
                    ("undone", "Undone"),
                ],
                default="chosen",
                max_length=12,
            ),
        ),
        migrations.RunSQL(
            COUNT_AFRESH, reverse_sql="DROP FUNCTION people_count_afresh(regclass[])"
        ),
    ]
