import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealedTables } from '#database/sealed.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'
import { keep } from './keep.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase(1)
})
afterAll(() => database.close())

test('every sealed column is removed with a class of records, and one that is not would be noticed', async () => {
  const { rows } = await database.admin.query<{ target: string; sets: string | null }>(
    'select target, sets from house.removable',
  )
  const unremoved = (tables: Record<string, { columns: object }>) =>
    Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.keys(columns)
        .filter(
          (column) => !rows.some(({ target, sets }) => target === table && sets?.includes(`${column} =`)),
        )
        .map((column) => `${table}.${column}`),
    )
  // A file of a roster is read, looked at, applied and then forgotten. Who stands on a crisis team is an
  // adult, and in nobody's record. What an agency wrote for itself is on no schedule of the district.
  const ofNoRecord = [
    'roster_part.bytes',
    'provider_note.words',
    'crisis_team_member.phone',
    'crisis_team_member.email',
  ]
  expect(unremoved(sealedTables)).toEqual(ofNoRecord)
  expect(unremoved({ planted: { columns: { words: 'text' } } })).toEqual(['planted.words'])
})

keep('Whoever removes', [
  {
    says: 'cannot log in, and no role that serves can step into it',
    breaches: `select rolname from pg_roles where rolname = 'throughline_remover' and (rolcanlogin or rolsuper or rolbypassrls)
      union all select rolname from pg_roles where rolname like 'throughline\\_%' and rolcanlogin
        and pg_has_role(oid, 'throughline_remover', 'member')`,
    defect: 'grant throughline_remover to throughline_worker',
    found: 'throughline_worker',
  },
  {
    says: 'changes what stands on the list of what is removed, and nothing else',
    breaches: `select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace, 'house'::regnamespace) and c.relkind in ('r', 'p')
        and has_column_privilege('throughline_remover', c.oid, a.attnum, 'update')
        and not exists (select from house.removable r where r.target = c.relname and r.sets ~ ('\\m' || a.attname || ' ='))
        and c.relname || '.' || a.attname not in ('data_key.wrapped', 'data_key.retired_at', 'data_key.destroyed_at',
          'record_removal_student.removed_at')`,
    defect: 'grant update (state) on concern to throughline_remover',
    found: 'concern.state',
  },
  {
    says: 'never touches the trail, but to add to it',
    breaches: `select 'audit_event' where has_any_column_privilege('throughline_remover', 'audit_event', 'update')
      or has_table_privilege('throughline_remover', 'audit_event', 'delete') or has_table_privilege('throughline_remover', 'audit_seal', 'insert')`,
    defect: 'grant delete on audit_event to throughline_remover',
    found: 'audit_event',
  },
])
