-- Who connects as whom. Run before the migrations, by a role that may create roles; safe to run again.
-- Roles belong to the whole server, so nothing here names a database.
-- Placeholders :app, :auth, :worker and :sealer are filled with quoted passwords by the migrator.
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('throughline_owner', false),  -- owns tables and functions; forced row security leaves it no rows
      ('throughline_guard', false),  -- runs the guards: reads the trail, nothing else
      ('throughline_keeper', false), -- turns keys: seals anew what is sealed, and reads nothing else
      ('throughline_remover', false), -- overwrites what is removed, through one function
      ('throughline_restorer', false), -- takes back again what a copy from before brought back in force
      ('throughline_app', true),     -- web and jobs: between the walls, append-only where it matters
      ('throughline_auth', true),    -- credentials and sessions, which the app role cannot read
      ('throughline_worker', true),  -- the job queue's own tables
      ('throughline_sealer', true)   -- reads the trail of every district and appends seals
    ) as r(name, may_login)
  loop
    if not exists (select 1 from pg_roles where rolname = wanted.name) then
      execute format('create role %I nosuperuser nobypassrls nocreatedb nocreaterole %s',
        wanted.name, case when wanted.may_login then 'login' else 'nologin' end);
    end if;
    if not pg_has_role(current_user, wanted.name, 'member') then
      execute format('grant %I to current_user', wanted.name);
    end if;
  end loop;
end $$;
-- So that a migration can hand over a function.
grant throughline_guard, throughline_remover to throughline_owner;
alter role throughline_app with password :app;
alter role throughline_auth with password :auth;
alter role throughline_worker with password :worker;
alter role throughline_sealer with password :sealer;
alter role throughline_app set statement_timeout = '20s';
alter role throughline_app set idle_in_transaction_session_timeout = '30s';
alter role throughline_app set lock_timeout = '5s';
alter role throughline_app set jit = off;
