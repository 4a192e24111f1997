import { keep } from './keep.ts'

const ours = `(select oid from pg_namespace where nspname in ('public', 'house', 'auth', 'insights'))`
const loginRoles = `select oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
  from pg_roles where rolcanlogin and oid <> 10`
const views = `select oid, relname, reloptions, relkind from pg_class where relnamespace in ${ours}`
const functions = `select oid, proname, prosecdef, proconfig from pg_proc where pronamespace in ${ours}`

keep('Doors in the walls', [
  {
    says: 'nobody who signs in to the database is a superuser, passes the walls, or makes roles',
    breaches: `select rolname from (${loginRoles}) r
      where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication`,
    defect: 'create role planted login bypassrls',
    found: 'planted',
  },
  {
    says: 'nobody who signs in to the database owns a table, a view or a function of ours',
    breaches: `select rolname || ' owns ' || what from (${loginRoles}) r join (
        select relowner as owner, relname::text as what from pg_class where relnamespace in ${ours}
        union all select proowner, proname::text from pg_proc where pronamespace in ${ours}) o on o.owner = r.oid`,
    defect: 'create table planted (id int); alter table planted owner to throughline_app',
    found: 'throughline_app owns planted',
    except: {
      'throughline_worker owns enqueue':
        'the one door to the job queue, whose tables belong to the worker role',
    },
  },
  {
    says: 'nobody who signs in to the database can become another role',
    breaches: `select r.rolname || ' may be ' || m.rolname from (${loginRoles}) r
      join pg_roles m on m.oid <> r.oid and pg_has_role(r.oid, m.oid, 'member')`,
    defect: 'grant throughline_owner to throughline_app',
    found: 'throughline_app may be throughline_owner',
  },
  {
    says: 'credentials and sessions are closed to everybody but sign-in',
    breaches: `select relname || ' to ' || grantee::regrole from pg_class c, aclexplode(c.relacl) g
      where relnamespace = to_regnamespace('auth') and grantee not in (c.relowner, 'throughline_auth'::regrole)`,
    defect: 'grant select on auth.session to throughline_app',
    found: 'session to throughline_app',
  },
  {
    says: 'sign-in reads no record of a district',
    breaches: `select relname from pg_class c, aclexplode(c.relacl) g
      where relnamespace = 'public'::regnamespace and grantee = 'throughline_auth'::regrole`,
    defect: 'grant select on student to throughline_auth',
    found: 'student',
  },
  {
    says: 'a view shows a person only what the person may see',
    breaches: `select relname from (${views}) v where relkind = 'v'
      and not coalesce('security_invoker=true' = any (reloptions), false)`,
    defect: 'create view planted as select * from student',
    found: 'planted',
  },
  {
    says: 'nothing keeps rows outside the walls: there is no materialized view',
    breaches: `select relname from (${views}) v where relkind = 'm'`,
    defect: 'create materialized view planted as select * from student',
    found: 'planted',
  },
  {
    says: 'a function that acts for its owner looks only where it says',
    breaches: `select proname from (${functions}) f where prosecdef and not exists (
      select from unnest(coalesce(proconfig, '{}')) as setting where setting like 'search_path=pg_catalog%')`,
    defect: 'create function house.planted() returns int language sql security definer return 1',
    found: 'planted',
  },
  {
    // Temporary tables come first in every path that does not name them, and anybody may make some.
    says: 'a function that acts for its owner is not misled by a temporary table',
    breaches: `select proname from (${functions}) f where prosecdef and not exists (
      select from unnest(coalesce(proconfig, '{}')) as setting where setting like 'search_path=%, pg_temp')`,
    defect: `create function house.planted() returns int language sql security definer
      set search_path = pg_catalog, public return 1`,
    found: 'planted',
  },
  {
    says: 'no function is open to everybody',
    breaches: `select proname from (${functions}) f where has_function_privilege('public', oid, 'execute')`,
    defect: 'create function house.planted() returns int language sql return 1',
    found: 'planted',
  },
])
