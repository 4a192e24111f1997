import { keep, tenantTables } from './keep.ts'

const planted = 'create table planted (district_id uuid not null, primary key (district_id))'
const walled = `${planted};
  select house.wall('planted', 'district'), house.may('planted', 'change')`

/** The comparison as PostgreSQL prints it. */
const sameDistrict = `(district_id = (NULLIF(current_setting('app.district_id'::text, true), ''::text))::uuid)`

keep('Walls between districts', [
  {
    says: 'every table says whose district each row belongs to',
    breaches: `select relname from (${tenantTables}) t where not exists (
      select from pg_attribute a where a.attrelid = t.oid and a.attname = 'district_id' and a.attnotnull
        and a.atttypid = 'uuid'::regtype and not a.attisdropped)`,
    defect: 'create table planted (id uuid primary key)',
    found: 'planted',
  },
  {
    says: 'no table of a tenant is without row-level security, and none lets its owner through',
    breaches: `select relname from (${tenantTables}) t where not (relrowsecurity and relforcerowsecurity)`,
    defect: `${planted}; alter table planted enable row level security`,
    found: 'planted',
  },
  {
    says: 'a role that may touch a table has exactly one policy there',
    breaches: `select relname || ' for ' || r.rolname from (${tenantTables}) t
      join lateral (select distinct grantee from aclexplode(t.relacl) where grantee <> t.relowner) g on true
      join pg_roles r on r.oid = g.grantee
      where 1 <> (select count(*) from pg_policy p where p.polrelid = t.oid
        and (r.oid = any (p.polroles) or 0 = any (p.polroles)))`,
    defect: `${walled}; create policy second on planted for select to throughline_app using (true)`,
    found: 'planted for throughline_app',
  },
  {
    says: 'a role without a policy has no grant, and nothing is granted to everybody',
    breaches: `select relname from (${tenantTables}) t, aclexplode(t.relacl) g where g.grantee = 0`,
    defect: `${planted}; grant select on planted to public`,
    found: 'planted',
  },
  {
    says: 'every policy adds rows and none is meant to take rows away',
    breaches: `select polname || ' on ' || polrelid::regclass::text from pg_policy where not polpermissive`,
    defect: `${planted}; create policy narrower on planted as restrictive using (true)`,
    found: 'narrower on planted',
  },
  {
    says: 'no policy looks anything up',
    breaches: `select polname || ' on ' || polrelid::regclass::text from pg_policy
      where concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~* '\\mselect\\M'`,
    defect: `${planted}; create policy lookup on planted using (exists (select from district))`,
    found: 'lookup on planted',
  },
  {
    says: 'what the app role reads and writes is compared with the district of its scope',
    breaches: `select relname from (${tenantTables}) t
      join pg_policy p on p.polrelid = t.oid and 'throughline_app'::regrole = any (p.polroles)
      cross join lateral (values (pg_get_expr(polqual, polrelid)), (pg_get_expr(polwithcheck, polrelid))) as e(rule)
      where rule is null or not (rule = $$${sameDistrict}$$ or starts_with(rule, $$(${sameDistrict} AND $$))`,
    defect: `${planted}; create policy open on planted to throughline_app using (${sameDistrict} or true)`,
    found: 'planted',
  },
])
