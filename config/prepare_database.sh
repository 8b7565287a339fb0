#!/bin/sh
# Makes the logins and the database on a new PostgreSQL, once: as its superuser, with psql's own
# settings (PGHOST and the like) for where it is, and the four passwords in the environment.
set -eu
export PGOPTIONS="-c client_min_messages=warning"

roles=${ROLES_FILE:-$(dirname "$0")/roles.sql}
admin=${POSTGRES_USER:-postgres}

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$admin" --dbname=postgres --file="$roles"
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$admin" --dbname=postgres <<'SQL'
\getenv owner DATABASE_OWNER_PASSWORD
\getenv app DATABASE_APP_PASSWORD
\getenv relay DATABASE_RELAY_PASSWORD
\getenv backup DATABASE_BACKUP_PASSWORD
ALTER ROLE throughline_owner PASSWORD :'owner';
ALTER ROLE throughline_app PASSWORD :'app';
ALTER ROLE throughline_relay PASSWORD :'relay';
ALTER ROLE throughline_backup PASSWORD :'backup';
SELECT 'CREATE DATABASE throughline OWNER throughline_owner'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'throughline') \gexec
SQL
