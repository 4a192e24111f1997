import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { actorsInRole } from '#access/standing.ts'
import { lookSchools } from '#district/look-schools.ts'
import { lookToday } from '#coordination/look-today.ts'
import { reactions } from '#access/happening.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { keysForSpecs } from '#tests/support/keys.ts'
import { adminConfig } from '#tests/support/server.ts'
import { tuesday, worldOf } from '#tests/support/world.ts'
import { copiesOf } from '../../../bench/readers.ts'
import { sizes } from './sizes.ts'
import { generateDistrict } from './generate.ts'

const now = new Date(tuesday)
let databases: FreshDatabase[]
let districtId: string
beforeAll(async () => {
  databases = [await freshDatabase(), await freshDatabase()]
  for (const { admin } of databases) {
    const config = adminConfig(inject('server'), admin.database ?? '')
    districtId = (await generateDistrict(config, { size: 'tiny', now, keys: keysForSpecs })).districtId
  }
})
afterAll(() => Promise.all(databases.map((each) => each.close())))

/** The place of an id in its district: what its last twelve figures count. */
const placeIn = (id: string) => Number.parseInt(id.slice(-12), 16)

const first = () => databases[0] as FreshDatabase

/** Every table of the product with a hash of all its rows, in an order of their own. */
async function printOf({ admin }: FreshDatabase): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  const prints: Record<string, string> = {}
  for (const { name } of rows) {
    // What is sealed lies there differently every time: it is compared as it opens. Keys are never the same.
    if (name.endsWith('_key')) continue
    const { rows: found } = await admin.query<object>(`select * from ${name}`)
    const lines = found.map((row) => JSON.stringify(row)).sort()
    prints[name] = `${found.length} ${createHash('sha256').update(lines.join('\n')).digest('hex')}`
  }
  return prints
}

/** Rows are copied in without the checks between tables. Here every one of them is made up for. */
async function unheld({ admin }: FreshDatabase): Promise<string[]> {
  const keys = `contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`
  await admin.query(`update pg_constraint set convalidated = false where ${keys}`)
  const { rows } = await admin.query<{ relation: string; name: string }>(
    `select conrelid::regclass::text as relation, quote_ident(conname) as name from pg_constraint where ${keys}`,
  )
  const lost: string[] = []
  for (const { relation, name } of rows)
    await admin
      .query(`alter table ${relation} validate constraint ${name}`)
      .catch((error: Error) => lost.push(`${relation}: ${error.message}`))
  expect(rows.length).toBeGreaterThan(40)
  return lost
}

test('the large sizes are those a district and its neighbours have published of themselves', () => {
  expect(sizes.boston).toMatchObject({ schools: 127, students: 57_000, partners: 13, inService: 3500 })
  expect(sizes.lausd).toMatchObject({ students: 400_000, referralsPerYear: [26_000, 26_000, 26_000] })
})

test('a generated district is the same in every run', async () => {
  const [one, other] = await Promise.all(databases.map(printOf))
  expect(one).toEqual(other)
  expect(one?.['student']).toMatch(/^60 /)
  expect(one?.['referral']).toMatch(/^30 /)
  await first().admin.query('begin; set local session_replication_role = replica')
  await first().admin.query(
    `update student set grade = '12' where id = (select max(id::text)::uuid from student)`,
  )
  expect(await printOf(first()), 'one changed cell is seen').not.toEqual(other)
  await first().admin.query('rollback')
})

test('every row it names is there', async () => {
  expect(await unheld(first())).toEqual([])
  const planted = databases[1] as FreshDatabase
  await planted.admin.query('begin; set local session_replication_role = replica')
  await planted.admin.query('delete from school where id = (select max(id::text)::uuid from school)')
  await planted.admin.query('commit')
  expect((await unheld(planted)).join()).toContain('school')
})

test('its gates are looked at when work begins', async () => {
  const { rows } = await first().admin.query<{ payload: object }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'partnership/watch-gates'`,
  )
  expect(rows).toEqual([{ payload: { district_id: districtId } }])
})

test('its people open their pages', async () => {
  const { db, admin } = first()
  const world = worldOf({ db, reactions: reactions([]) })
  const [head] = await actorsInRole(db, { district: districtId, role: 'counselor', at: now })
  const [navigator] = await actorsInRole(db, { district: districtId, role: 'navigator', at: now })
  if (head === undefined || navigator === undefined) throw new Error('Nobody works there')
  const { schools } = await lookSchools.see(world.as(head.actor), {})
  expect(schools).toHaveLength(4)
  await expect(lookToday.see(world.as(navigator.actor), {})).resolves.toBeDefined()
  expect((await admin.query('select from district where filled_at is null')).rowCount).toBe(0)
})

test('more people like one of it are made for measuring, at the same schools and agency', async () => {
  const { admin } = first()
  const schoolsOf = async (assignments: readonly string[]) => {
    const text = `select p.id as person, s.school_id as school from assignment a
      join person p on p.id = a.person_id join assignment_school s on s.assignment_id = a.id and s.person_id = p.id
      where a.id = any($1::uuid[])`
    const { rows } = await admin.query<{ person: string; school: string }>(text, [assignments])
    return { people: new Set(rows.map(({ person }) => person)).size, places: rows.length }
  }
  const copiesLike = (one: string) =>
    copiesOf({ admin: adminConfig(inject('server'), admin.database ?? '') }, placeIn(one), 3)
  const oneOf = async (text: string) => (await admin.query<{ id: string }>(text)).rows[0]?.id ?? ''
  const one = await oneOf('select assignment_id as id from assignment_school limit 1')
  const { places } = await schoolsOf([one])
  expect(places).toBeGreaterThan(0)
  expect(await schoolsOf(await copiesLike(one))).toEqual({ people: 3, places: 3 * places })
  const atAgency = await oneOf('select id from assignment where partner_id is not null limit 1')
  const agencies = `select count(*)::int as people from assignment a join assignment b on b.partner_id = a.partner_id
    where a.id = $1 and b.id = any($2::uuid[])`
  const { rows } = await admin.query(agencies, [atAgency, await copiesLike(atAgency)])
  expect(rows).toEqual([{ people: 3 }])
})
