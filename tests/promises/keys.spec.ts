import { keep, tenantTables } from './keep.ts'

/** Keys, unique constraints and exclusions of tenant tables, with the name of their first column. */
const keys = `
  select t.relname, i.indexrelid::regclass::text as index, i.indisprimary, a.attname as first
  from (${tenantTables}) t
  join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
  left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]`

keep('Keys that keep districts apart', [
  {
    says: 'every table has a primary key that begins with the district',
    breaches: `select relname from (${tenantTables}) t
      where not exists (select from (${keys}) k where k.relname = t.relname and indisprimary and first = 'district_id')`,
    defect: 'create table planted (id uuid, district_id uuid, primary key (id, district_id))',
    found: 'planted',
  },
  {
    says: 'everything that is unique is unique within its district',
    breaches: `select index from (${keys}) k where first is distinct from 'district_id'`,
    defect: 'create unique index planted on student (id, district_id)',
    found: 'planted',
    except: {
      school_public_code: 'a public address names a school before anybody knows the district',
    },
  },
  {
    says: 'a row can only point at a row of its own district',
    breaches: `select conrelid::regclass::text || ': ' || pg_get_constraintdef(f.oid) from pg_constraint f
      join (${tenantTables}) t on t.oid = f.conrelid
      left join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      left join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
      where f.contype = 'f' and not (a.attname = 'district_id' and b.attname = 'district_id')`,
    defect: `create unique index planted on student (id);
      create table planted_link (district_id uuid primary key, student_id uuid references student (id))`,
    found: 'planted_link: FOREIGN KEY (student_id) REFERENCES student(id)',
  },
  {
    says: 'nothing disappears, and no link is emptied, because something else was removed',
    breaches: `select conrelid::regclass::text from pg_constraint f join (${tenantTables}) t on t.oid = f.conrelid
      where f.contype = 'f' and f.confdeltype not in ('a', 'r')`,
    defect: `create table planted (district_id uuid primary key references district on delete cascade)`,
    found: 'planted',
  },
  {
    says: 'ids are made by the application',
    breaches: `select relname from (${tenantTables}) t
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'id'
      where a.atttypid <> 'uuid'::regtype or a.atthasdef or a.attidentity <> ''`,
    defect: 'create table planted (district_id uuid primary key, id uuid default gen_random_uuid())',
    found: 'planted',
  },
  {
    says: 'states are texts with a check, so that row-level security leaves their indexes in use',
    breaches: `select typname from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`,
    defect: `create type planted as enum ('open', 'shut')`,
    found: 'planted',
  },
])
