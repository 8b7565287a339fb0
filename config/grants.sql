-- What the application's login may do with tables that migrations have yet to make.
-- Run in each database, and in template1 so that databases made later have it too.
-- Tables that must not be rewritten take these rights back in their own migration.
ALTER DEFAULT PRIVILEGES FOR ROLE throughline_owner
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO throughline_app;
ALTER DEFAULT PRIVILEGES FOR ROLE throughline_owner
    GRANT USAGE, SELECT ON SEQUENCES TO throughline_app;
