"""What a migration adds so that the database itself keeps organisations apart."""

from __future__ import annotations

from typing import Any

from django.apps.registry import Apps
from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

IN_FORCE = "(SELECT nullif(current_setting('app.organisation', true), '')::bigint)"


class FenceTenantTables(Operation):
    """Last in every migration that adds tenant tables; running it again changes nothing.

    Each table with an `organisation` gets forced row-level security and, unless it holds a
    record of events, a key that begins with the organisation, which its foreign keys follow.
    """

    reduces_to_sql = True
    reversible = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models do not change."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        tables = [m for m in tenant_models(to_state.apps, app_label) if m._meta.managed]
        for model in tables:
            schema_editor.execute(row_level_security(model))
            if keeps_events(model):
                schema_editor.execute(insert_only(model))
            else:
                schema_editor.execute(organisation_key(model))
        for model in tables:
            if not keeps_events(model):
                for field in tenant_foreign_keys(model):
                    schema_editor.execute(composite_foreign_key(model, field))

    def database_backwards(self, *args: Any) -> None:
        """The tables go with the migration that made them."""

    def describe(self) -> str:
        return "Fence the tables of organisations"


def tenant_models(apps: Apps, app_label: str) -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_app_config(app_label).get_models(include_auto_created=True)
        if any(field.name == "organisation" for field in model._meta.local_fields)
    ]


def keeps_events(model: type[models.Model]) -> bool:
    return any(field.name == "pgh_label" for field in model._meta.local_fields)


def tenant_foreign_keys(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    return [
        field
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey)
        and any(f.name == "organisation" for f in field.related_model._meta.local_fields)
    ]


def row_level_security(model: type[models.Model]) -> str:
    table = model._meta.db_table
    rule = f"organisation_id = {IN_FORCE}"
    return f"""
        ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
        DROP POLICY IF EXISTS same_organisation ON "{table}";
        CREATE POLICY same_organisation ON "{table}" USING ({rule}) WITH CHECK ({rule});
    """


def insert_only(model: type[models.Model]) -> str:
    table = model._meta.db_table
    return f"""
        REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM throughline_app;
        CREATE INDEX IF NOT EXISTS "{table[:50]}_by_time"
            ON "{table}" (organisation_id, pgh_created_at);
    """


def organisation_key(model: type[models.Model]) -> str:
    table = model._meta.db_table
    return _unless_there(
        f"{table[:50]}_key",
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{table[:50]}_key" UNIQUE (organisation_id, id)',
    )


def composite_foreign_key(model: type[models.Model], field: models.ForeignKey[Any, Any]) -> str:
    table, target = model._meta.db_table, field.related_model._meta.db_table
    name = f"{table[:30]}_{field.column[:24]}_fk"
    return _unless_there(
        name,
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" '
        f'FOREIGN KEY (organisation_id, "{field.column}") '
        f'REFERENCES "{target}" (organisation_id, id) DEFERRABLE INITIALLY DEFERRED',
    )


def _unless_there(constraint: str, statement: str) -> str:
    return f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '{constraint}') THEN
                {statement};
            END IF;
        END $$;
    """
