from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddConstraint, AddField, AddIndex
from django.db.migrations.state import ProjectState


class FirstMigration(migrations.Migration):
    """An app's first migration: each table is made at once, as it is when the migration ends.

    Django would render every related model anew for each constraint, index and trigger, which
    takes minutes for tables that all belong to one organisation. Here the state is rendered once,
    so what `CreateModel` makes has its fields, constraints and indexes already.
    """

    def apply(
        self,
        project_state: ProjectState,
        schema_editor: BaseDatabaseSchemaEditor,
        collect_sql: bool = False,
    ) -> ProjectState:
        ended = project_state.clone()
        ended.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(self.app_label, ended)
        for operation in self.operations:
            if not isinstance(operation, AddField | AddConstraint | AddIndex):
                operation.database_forwards(self.app_label, schema_editor, project_state, ended)
        return ended
