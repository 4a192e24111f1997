import { plainColumns } from '#database/plain.ts'
import { sealedTables } from '#database/sealed.ts'
import { keep } from './keep.ts'

const sealed = Object.entries(sealedTables).flatMap(([table, { columns }]) =>
  Object.keys(columns).map((column) => `public.${table}.${column}`),
)
const plain = Object.entries(plainColumns).flatMap(([table, reasons]) =>
  Object.values(reasons)
    .flatMap((columns) => columns.trim().split(/\s+/))
    .map((column) => `${table.includes('.') ? table : `public.${table}`}.${column}`),
)
const listed = (names: readonly string[]) => names.map((name) => `('${name}')`).join(', ')

/** Columns that can hold words, but for those a check keeps to a list of them. */
const wordy = `
  select n.nspname || '.' || c.relname || '.' || a.attname as name, c.oid, a.attname
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p')
    and format_type(a.atttypid, null) in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'text[]')
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY')`

keep('What is sealed', [
  {
    says: 'each column that can hold words is sealed, or stays readable for a reason that is written down',
    breaches: `select name from (${wordy}) w where name not in (values ${listed([...sealed, ...plain])})`,
    defect: 'alter table concern add planted text',
    found: 'public.concern.planted',
  },
  {
    says: 'each column that is listed is there, and listed once',
    breaches: `select name from (values ${listed([...sealed, ...plain])}) l(name)
      where name not in (select name from (${wordy}) w) group by 1
      union all select name from (values ${listed([...sealed, ...plain])}) l(name) group by 1 having count(*) > 1`,
    defect: 'alter table concern drop column setting cascade',
    found: 'public.concern.setting',
  },
  {
    says: 'whoever turns keys changes what is sealed and nothing else, and cannot log in',
    breaches: `select name from (
        select n.nspname || '.' || c.relname || '.' || a.attname as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p')
          and c.relname not in ('data_key', 'district_key')
          and has_column_privilege('throughline_keeper', c.oid, a.attnum, 'update')) may
      where name not in (values ${listed(sealed)})
      union all select rolname from pg_roles where rolname = 'throughline_keeper' and rolcanlogin
      union all select 'missing ' || name from (values ${listed(sealed)}) l(name)
      where not has_column_privilege('throughline_keeper', split_part(name, '.', 2)::regclass, split_part(name, '.', 3), 'update')`,
    defect: 'grant update (given_name) on student to throughline_keeper',
    found: 'public.student.given_name',
  },
  {
    says: 'no role that serves can step into it',
    breaches: `select rolname from pg_roles where rolname like 'throughline\\_%' and rolname <> 'throughline_keeper'
      and pg_has_role(oid, 'throughline_keeper', 'member')`,
    defect: 'grant throughline_keeper to throughline_app',
    found: 'throughline_app',
  },
])
