import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from people.tenancy.at_once import MigrationAtOnce
from people.tenancy.operations import FenceTenantTables


class Migration(MigrationAtOnce):

    dependencies = [
        ('people', '0002_imports_at_full_size'),
    ]

    operations = [
        migrations.CreateModel(
            name='OrganisationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('organisation', models.GeneratedField(db_column='organisation_id', db_persist=True, expression=models.F('id'), output_field=models.BigIntegerField())),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(db_index=False, max_length=40)),
                ('org_type', models.CharField(choices=[('nhs_trust', 'NHS trust'), ('nhs_foundation_trust', 'NHS foundation trust'), ('integrated_care_board', 'Integrated care board'), ('ambulance', 'Ambulance service'), ('mental_health', 'Mental health service'), ('community', 'Community service'), ('primary_care_network', 'Primary care network'), ('social_care_provider', 'Social care provider'), ('vcse', 'Voluntary, community or social enterprise'), ('independent', 'Independent provider'), ('education', 'Education'), ('other', 'Other')], default='other', max_length=40)),
                ('ods_code', models.CharField(blank=True, max_length=9, validators=[django.core.validators.RegexValidator('^[A-Z0-9]{1,9}$', 'Enter 1 to 9 capital letters or digits')])),
                ('is_demonstration', models.BooleanField(default=False)),
                ('small_group_floor', models.PositiveSmallIntegerField(default=11)),
                ('reporting_year_starts_in', models.PositiveSmallIntegerField(default=4)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('edition', models.PositiveIntegerField(default=1)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='organisation',
            name='edition',
            field=models.PositiveIntegerField(default=1),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE in_force text;', func='in_force = current_setting(\'app.organisation\', true); PERFORM set_config(\'app.organisation\', NEW.id::text, true); INSERT INTO "people_organisationevent" ("created_at", "edition", "id", "is_demonstration", "name", "ods_code", "org_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporting_year_starts_in", "slug", "small_group_floor") VALUES (NEW."created_at", NEW."edition", NEW."id", NEW."is_demonstration", NEW."name", NEW."ods_code", NEW."org_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'added\', NEW."id", NEW."reporting_year_starts_in", NEW."slug", NEW."small_group_floor"); PERFORM set_config(\'app.organisation\', coalesce(in_force, \'\'), true); RETURN NULL;', hash='b1eff593c45eccee5045743b6e1c3727ddc79816', operation='INSERT', pgid='pgtrigger_added_insert_cc354', table='people_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', declare='DECLARE in_force text;', func='in_force = current_setting(\'app.organisation\', true); PERFORM set_config(\'app.organisation\', NEW.id::text, true); INSERT INTO "people_organisationevent" ("created_at", "edition", "id", "is_demonstration", "name", "ods_code", "org_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporting_year_starts_in", "slug", "small_group_floor") VALUES (NEW."created_at", NEW."edition", NEW."id", NEW."is_demonstration", NEW."name", NEW."ods_code", NEW."org_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'changed\', NEW."id", NEW."reporting_year_starts_in", NEW."slug", NEW."small_group_floor"); PERFORM set_config(\'app.organisation\', coalesce(in_force, \'\'), true); RETURN NULL;', hash='b9c20bb5032992502237b56294b407770ff8f892', operation='UPDATE', pgid='pgtrigger_changed_update_977f6', table='people_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='removed_delete', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE in_force text;', func='in_force = current_setting(\'app.organisation\', true); PERFORM set_config(\'app.organisation\', OLD.id::text, true); INSERT INTO "people_organisationevent" ("created_at", "edition", "id", "is_demonstration", "name", "ods_code", "org_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporting_year_starts_in", "slug", "small_group_floor") VALUES (OLD."created_at", OLD."edition", OLD."id", OLD."is_demonstration", OLD."name", OLD."ods_code", OLD."org_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'removed\', OLD."id", OLD."reporting_year_starts_in", OLD."slug", OLD."small_group_floor"); PERFORM set_config(\'app.organisation\', coalesce(in_force, \'\'), true); RETURN NULL;', hash='36b72f825cc39472cab08ccf2c9888ac04606d1f', operation='DELETE', pgid='pgtrigger_removed_delete_72da3', table='people_organisation', when='AFTER')),
        ),
        migrations.AddField(
            model_name='organisationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.organisation'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8da11a354c83f15e5ef964fde62ec1d848564852', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2ea3f', table='people_organisationevent', when='BEFORE')),
        ),
        FenceTenantTables(),
    ]
