"""What the database itself says about the fence between organisations."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

APPLICATION = "throughline_app"

UNFENCED = """
    SELECT c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT (
        c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
            SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
            AND p.polcmd = '*' AND p.polroles = '{0}'
            AND pg_get_expr(p.polqual, c.oid) LIKE '%%app.organisation%%'
            AND pg_get_expr(p.polwithcheck, c.oid) LIKE '%%app.organisation%%'
        )
    ) ORDER BY 1
"""
TENANT_TABLES = """
    SELECT c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1
"""
POLICIES = """
    SELECT c.relname, p.polname, p.polcmd::text,
           coalesce((SELECT string_agg(rolname, ',') FROM pg_roles WHERE oid = ANY(p.polroles)), '')
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE p.polname <> 'same_organisation' ORDER BY 1, 2
"""
FOREIGN_KEYS = """
    SELECT k.conname, child.relname, parent.relname, k.conkey, k.confkey,
           (SELECT array_agg(attname) FROM pg_attribute
            WHERE attrelid = k.conrelid AND attnum = ANY(k.conkey)),
           (SELECT array_agg(attname) FROM pg_attribute
            WHERE attrelid = k.confrelid AND attnum = ANY(k.confkey))
    FROM pg_constraint k
    JOIN pg_class child ON child.oid = k.conrelid
    JOIN pg_class parent ON parent.oid = k.confrelid
    WHERE k.contype = 'f' AND child.relname = ANY(%(tenants)s) AND parent.relname = ANY(%(tenants)s)
    ORDER BY 1
"""
OWNED = """
    SELECT relname FROM pg_class WHERE relowner = %(role)s::regrole
    UNION ALL SELECT proname FROM pg_proc WHERE proowner = %(role)s::regrole
    UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = %(role)s::regrole
    UNION ALL SELECT datname FROM pg_database WHERE datdba = %(role)s::regrole
"""
POWERS = """
    SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = %(role)s
"""
OWNER_OF_TABLES = """
    SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""


@dataclass(frozen=True)
class ForeignKey:
    name: str
    child: str
    parent: str
    columns: frozenset[str]
    target_columns: frozenset[str]

    @property
    def stays_inside(self) -> bool:
        return "organisation_id" in self.columns and "organisation_id" in self.target_columns


def unfenced_tables(cursor: CursorWrapper) -> list[str]:
    cursor.execute(UNFENCED.replace("%%", "%"))
    return [name for (name,) in cursor.fetchall()]


def tenant_tables(cursor: CursorWrapper) -> list[str]:
    cursor.execute(TENANT_TABLES)
    return [name for (name,) in cursor.fetchall()]


def other_policies(cursor: CursorWrapper) -> list[tuple[str, ...]]:
    cursor.execute(POLICIES)
    return [tuple(row) for row in cursor.fetchall()]


def foreign_keys_between_tenants(cursor: CursorWrapper) -> list[ForeignKey]:
    cursor.execute(FOREIGN_KEYS, {"tenants": tenant_tables(cursor)})
    return [
        ForeignKey(name, child, parent, frozenset(columns), frozenset(targets))
        for name, child, parent, _, _, columns, targets in cursor.fetchall()
    ]


def owned_by(cursor: CursorWrapper, role: str) -> list[str]:
    cursor.execute(OWNED, {"role": role})
    return [name for (name,) in cursor.fetchall()]


def powers_of(cursor: CursorWrapper, role: str) -> tuple[bool, ...]:
    cursor.execute(POWERS, {"role": role})
    [powers] = cursor.fetchall()
    return tuple(powers)


def owners_of_tables(cursor: CursorWrapper) -> set[str]:
    cursor.execute(OWNER_OF_TABLES)
    return {name for (name,) in cursor.fetchall()}
