from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class MigrationAtOnce(migrations.Migration):
    """A migration whose new tables are each made at once, as they are when it ends.

    Django would render every related model anew for each constraint, index and trigger, which
    takes minutes for tables that all belong to one organisation. Here the state is rendered once,
    so what `CreateModel` makes has its fields, constraints and indexes already. What a migration
    does to tables that were there before, it does as ever.
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
        new = {o.name_lower for o in self.operations if isinstance(o, CreateModel)}
        for operation in self.operations:
            if not _is_in_its_table(operation, new):
                operation.database_forwards(self.app_label, schema_editor, project_state, ended)
        return ended


def _is_in_its_table(operation: Operation, new: set[str]) -> bool:
    """Made already, with the new table it belongs to."""
    if not isinstance(operation, AddField | AddConstraint | AddIndex):
        return False
    return operation.model_name.lower() in new
