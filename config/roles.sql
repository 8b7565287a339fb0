-- The four database logins, and how long each may keep the others waiting (ADR 0003).
-- Safe to run again; run by a superuser. Passwords are set apart from this file.
DO $$
DECLARE
    login text;
BEGIN
    FOREACH login IN ARRAY ARRAY['owner', 'app', 'relay', 'backup'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'throughline_' || login) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', 'throughline_' || login);
        END IF;
    END LOOP;
END
$$;

-- owner: holds every table and runs migrations. A migration that waits stalls every page behind it.
ALTER ROLE throughline_owner NOSUPERUSER NOBYPASSRLS CREATEDB NOCREATEROLE;
ALTER ROLE throughline_owner SET lock_timeout = '5s';
ALTER ROLE throughline_owner SET idle_in_transaction_session_timeout = '30s';

-- app: pages and jobs. A worker raises its own statement_timeout to 300 s when it connects.
ALTER ROLE throughline_app NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
ALTER ROLE throughline_app SET statement_timeout = '15s';
ALTER ROLE throughline_app SET lock_timeout = '5s';
ALTER ROLE throughline_app SET idle_in_transaction_session_timeout = '30s';

-- relay: reads the outbox and marks what it has sent.
ALTER ROLE throughline_relay NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
ALTER ROLE throughline_relay SET statement_timeout = '15s';
ALTER ROLE throughline_relay SET lock_timeout = '5s';
ALTER ROLE throughline_relay SET idle_in_transaction_session_timeout = '30s';

-- backup: sees every organisation's rows, so that a dump is whole, and can change none.
ALTER ROLE throughline_backup NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE;
ALTER ROLE throughline_backup SET default_transaction_read_only = on;
GRANT pg_read_all_data TO throughline_backup;
