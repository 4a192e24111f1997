import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { kinds } from '#standards/kinds.ts'
import { Db } from '#platform/database/database.ts'
import { type Migration, migrate, readMigrations } from '#platform/database/migrate.ts'
import { rolePasswords } from '#platform/database/roles.ts'
import { adminConfig, asAdmin, templateName } from '#tests/support/server.ts'
import { wordPairs } from '#platform/name-words.ts'
import { seedEarlier } from '../riverside/base.ts'
import { made, putPathway } from './earlier-rows.ts'
import { riversideId } from '../riverside/places.ts'

const server = inject('server')
const passwords = rolePasswords(server.secret)

/** Everything a migration can leave behind, each as one line of text. */
const shape = `
  with spaces as (select oid from pg_namespace where nspname in ('public', 'house', 'auth'))
  select 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end || coalesce(' = ' || pg_get_expr(d.adbin, d.adrelid), '')
      || coalesce(' -- ' || col_description(a.attrelid, a.attnum), '') as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v')
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relnamespace in (select oid from spaces) and a.attnum > 0 and not a.attisdropped
  union all select 'table ' || c.oid::regclass || ' ' || c.relrowsecurity::text || c.relforcerowsecurity::text
      || coalesce((select string_agg(one::text, ',' order by one::text) from unnest(c.relacl) one), '')
    from pg_class c where c.relkind in ('r', 'p', 'v', 'S') and c.relnamespace in (select oid from spaces)
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace in (select oid from spaces) and conrelid <> 0
  union all select 'index ' || pg_get_indexdef(i.indexrelid) from pg_index i
    join pg_class c on c.oid = i.indexrelid where c.relnamespace in (select oid from spaces)
  union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t
    join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relnamespace in (select oid from spaces)
  union all select 'function ' || pg_get_functiondef(oid) from pg_proc
    where prokind in ('f', 'p') and pronamespace in (select oid from spaces)
  union all select 'policy ' || polrelid::regclass || ' ' || polname || ' ' || polcmd::text
      || coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '')
    from pg_policy`

const linesOf = (database: string) =>
  asAdmin(server, database, async (client) => {
    const { rows } = await client.query<{ line: string }>(shape)
    return rows.map(({ line }) => line).sort()
  })

/** How many rows each table of the district holds. */
const countsOf = (database: string) =>
  asAdmin(server, database, async (client) => {
    const tables = [
      'district',
      'school',
      'person',
      'assignment',
      'partner',
      'student',
      'caregiver',
      'guardianship',
      'concern',
      'referral',
      'consent',
      'packet',
    ]
    const counted = tables.map((table) => `select '${table}' as name, count(*)::int from ${table}`)
    return (await client.query(counted.join(' union all '))).rows
  })

/** Parts of the model that a migration brings to a district that is there. */
const younger = [
  'crisis',
  'drills',
  'early_warning',
  'message_rules',
  'minimum_necessary',
  'signals',
  'triage_staff',
]

/** The model of the district, part by part, and whether it was whole when it began. */
const modelOf = (database: string) =>
  asAdmin(server, database, async (client) => {
    const parts = 'select kind, in_force_from as "from" from standard where version = 1 order by kind'
    return (await client.query<{ kind: string; from: Date }>(parts)).rows
  })

/** What search knows of the names of students: every word, and every two of one name. */
const namesOf = (database: string) =>
  asAdmin(server, database, async (client) => {
    const asked = (table: string, word: string) =>
      `select student_id::text, array_agg(${word} order by ${word}) as known from ${table} group by 1 order by 1`
    const words = (await client.query<Known>(asked('student_name', 'word'))).rows
    const pairs = await client.query<Known>(asked('student_name_pair', `word || ' ' || later_word`))
    return { words, pairs: pairs.rows }
  })
type Known = { student_id: string; known: string[] }

/** What migrations carried over from the rows of a referral that was under way. */
const carriedOf = (database: string) =>
  asAdmin(server, database, async (client) => {
    const text = `select f.state_since, f.concern_received_at, f.concern_due_at,
        (select array_agg(w.word order by w.word) from packet_name w where w.referral_id = f.id) as words,
        (select array_agg(array[c.discloses, c.tells_back] order by c.id) from consent c where c.referral_id = f.id) as said
      from referral f where f.id = $1`
    return (await client.query(text, [made.referral])).rows
  })
const carried = {
  state_since: new Date('2026-10-05T22:40:00Z'),
  concern_received_at: new Date('2026-10-02T17:15:00Z'),
  concern_due_at: new Date('2026-10-06T00:00:00Z'),
  words: ['nunez', 'oz', 'zoe'],
  said: [
    [true, null],
    [null, false],
  ],
}

/** A database as an earlier version left it, with a district and a referral under way in it. */
async function earlier(name: string, known: Migration[]) {
  await asAdmin(server, 'postgres', (client) => client.query(`create database ${name}`))
  const admin = adminConfig(server, name)
  await migrate(admin, { passwords, known })
  const db = new Db({ ...admin, user: 'throughline_app', password: passwords.app, max: 1 })
  await db.transaction({ districtId: riversideId, side: 'system' }, seedEarlier).finally(() => db.close())
  await asAdmin(server, name, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query('delete from standard where kind = any($1)', [younger])
    await putPathway(client)
  })
  return admin
}

describe('A database of an earlier version, with a district in it', () => {
  let known: Migration[]
  let fresh: string[]
  beforeAll(async () => {
    known = await readMigrations()
    fresh = await linesOf(templateName)
  })
  const names: string[] = []
  afterAll(() =>
    asAdmin(server, 'postgres', async (client) => {
      for (const name of names) await client.query(`drop database if exists ${name} with (force)`)
    }),
  )

  test.each(['0014_partner_side.sql', '0018_agencies_that_take_referrals.sql'])(
    'as %s left it becomes what a new one is, and keeps every row',
    async (last) => {
      const name = `spec_upgrade_${last.slice(0, 4)}`
      names.push(name)
      const upTo = known.findIndex((migration) => migration.name === last) + 1
      expect(upTo).toBeGreaterThan(0)
      const admin = await earlier(name, known.slice(0, upTo))
      const before = await countsOf(name)
      expect(before.every(({ count }) => count > 0)).toBe(true)
      // Otherwise the comparison below would not see what a migration brings.
      expect(await linesOf(name)).not.toEqual(fresh)

      const brought = known.slice(upTo).map((migration) => migration.name)
      expect(await migrate(admin, { passwords })).toEqual(brought)
      expect(await linesOf(name)).toEqual(fresh)
      expect(await countsOf(name)).toEqual(before)
      expect(await carriedOf(name)).toEqual([carried])
      const { words, pairs } = await namesOf(name)
      expect(pairs).toEqual(
        words
          .map(({ known, ...of }) => ({ ...of, known: wordPairs(known).map((pair) => pair.join(' ')) }))
          .filter((pair) => pair.known.length > 0),
      )
      const model = await modelOf(name)
      expect(model.map(({ kind }) => kind)).toEqual([...kinds].sort())
      expect(new Set(model.map(({ from }) => from.toISOString())).size, 'one beginning').toBe(1)
    },
  )

  test('a difference of one column, one right or one word of a function would be noticed', async () => {
    const [name] = names as [string]
    const defects = [
      'alter table student add column planted int',
      'grant delete on student to throughline_app',
      'create function house.planted() returns int language sql return 1',
      'drop index referral_by_due',
    ]
    for (const defect of defects) {
      const seen = await asAdmin(server, name, async (client) => {
        await client.query('begin')
        await client.query(defect)
        const { rows } = await client.query<{ line: string }>(shape)
        await client.query('rollback')
        return rows.map(({ line }) => line).sort()
      })
      expect(seen, defect).not.toEqual(fresh)
    }
  })
})
