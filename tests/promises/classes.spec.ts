import { classOfColumns } from '#database/class-of-columns.ts'
import { rowMarks, tablesOfNobody } from '#database/classes.ts'
import { keep } from './keep.ts'

const classed = classOfColumns().map(({ table, column }) => `${table}.${column}`)
const listed = (names: readonly string[]) => names.map((name) => `('${name}')`).join(', ')

/** Every column that could say something about a student. */
const columns = `
  select c.relname || '.' || a.attname as name, c.relname as relation, a.attname as attribute
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and a.attname not in (values ${listed(rowMarks)})
    and c.relname not in (values ${listed(Object.keys(tablesOfNobody))})`

keep('What is held of students', [
  {
    says: 'is all of a class: no column is an orphan [R145]',
    breaches: `select name from (${columns}) w where name not in (values ${listed(classed)})`,
    defect: 'alter table concern add planted text',
    found: 'concern.planted',
  },
  {
    says: 'is listed once and is there',
    breaches: `select name from (values ${listed(classed)}) l(name) where name not in (select name from (${columns}) w)
      union all select name from (values ${listed(classed)}) l(name) group by 1 having count(*) > 1
      union all select name from (values ${listed(Object.keys(tablesOfNobody))}) t(name)
      where to_regclass('public.' || name) is null`,
    defect: 'alter table concern drop column setting cascade',
    found: 'concern.setting',
  },
  {
    says: 'is in no table that is said to hold nothing about a student',
    breaches: `select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relname in (values ${listed(Object.keys(tablesOfNobody))})
        and (exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('student_id', 'student_ids'))
          or exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
            and f.confrelid in ('student'::regclass, 'referral'::regclass, 'concern'::regclass, 'consent'::regclass)))`,
    defect: 'alter table notice add student_id uuid',
    found: 'notice',
  },
  {
    says: 'says what it is for, column by column [R145]',
    breaches: `select w.name from (${columns}) w
      where col_description(('public.' || w.relation)::regclass, (select attnum from pg_attribute
        where attrelid = ('public.' || w.relation)::regclass and attname = w.attribute)) is null`,
    defect: 'alter table concern add planted text',
    found: 'concern.planted',
  },
])
