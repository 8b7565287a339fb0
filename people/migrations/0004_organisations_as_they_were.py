from django.db import migrations

# Organisations that were there before their changes were kept: how they were when they began,
# so that the first change shows what was before.
AS_THEY_WERE = """
DO $$
DECLARE each people_organisation;
BEGIN
    FOR each IN SELECT * FROM people_organisation ORDER BY id LOOP
        PERFORM set_config('app.organisation', each.id::text, true);
        INSERT INTO people_organisationevent
            (pgh_created_at, pgh_label, pgh_obj_id, id, name, slug, org_type, ods_code,
             is_demonstration, small_group_floor, reporting_year_starts_in, created_at, edition)
        SELECT each.created_at, 'added', each.id, each.id, each.name, each.slug, each.org_type,
             each.ods_code, each.is_demonstration, each.small_group_floor,
             each.reporting_year_starts_in, each.created_at, each.edition
        WHERE NOT EXISTS (SELECT FROM people_organisationevent WHERE pgh_obj_id = each.id);
    END LOOP;
    PERFORM set_config('app.organisation', '', true);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_organisations_on_record"),
    ]

    operations = [
        migrations.RunSQL(AS_THEY_WERE, reverse_sql=migrations.RunSQL.noop),
    ]
