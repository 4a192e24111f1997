import { keep } from './keep.ts'

const ours = `(select oid from pg_namespace where nspname in ('public', 'house', 'auth', 'insights'))`

keep('Everything in the database says what it is for', [
  {
    says: 'every table and view has a comment',
    breaches: `select relname from pg_class c where relnamespace in ${ours} and relkind in ('r', 'p', 'v', 'm')
      and coalesce(trim(obj_description(oid, 'pg_class')), '') = ''`,
    defect: 'create table planted (id int)',
    found: 'planted',
  },
  {
    says: 'every column of every table has a comment',
    breaches: `select relname || '.' || attname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where relnamespace in ${ours} and relkind in ('r', 'p') and attnum > 0 and not attisdropped
      and coalesce(trim(col_description(c.oid, attnum)), '') = ''`,
    defect: 'alter table student add planted text',
    found: 'student.planted',
  },
  {
    says: 'every function has a comment',
    breaches: `select proname from pg_proc where pronamespace in ${ours}
      and coalesce(trim(obj_description(oid, 'pg_proc')), '') = ''`,
    defect: 'create function house.planted() returns int language sql return 1',
    found: 'planted',
  },
])
