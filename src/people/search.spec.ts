import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '#access/actor.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners, schools } from '#tests/riverside/places.ts'

import { riverside, type World } from '#tests/support/riverside.ts'
import { lookSearch } from './look-search.ts'
import { referralNumber } from './search-pathway-store.ts'
import { searchStudents } from './search-store.ts'

let world: World
const sent = { id: newId(), number: 1042 }
const elsewhere = { id: newId(), number: 1043 }

/**
 * Two referrals as other modules would leave them: one sent to Cedar Street, one at the high school and not
 * sent.
 */
async function setReferrals() {
  const { sofia, eli } = families
  const common = {
    district_id: world.districtId,
    state: 'sent',
    reason_category: 'worry',
    service_sought: 'assessment',
    modality: 'in_person',
    referred_at: '2026-10-05T18:00:00Z',
    first_referred_at: '2026-10-05T18:00:00Z',
    next_step: 'confirm_receipt',
    next_due_at: '2026-10-14T18:00:00Z',
    next_owner: 'partner',
    high_need: false,
    version: 1,
  }
  const rows = [
    {
      ...common,
      ...sent,
      student_id: sofia.id,
      school_id: schools.alderCreek.id,
      partner_id: partners.cedarStreet.id,
      navigator_id: actorOf('maya').personId,
      sent_at: '2026-10-06T18:00:00Z',
    },
    {
      ...common,
      ...elsewhere,
      student_id: eli.id,
      school_id: schools.harlow.id,
      state: 'handoff_open',
      navigator_id: actorOf('jonah').personId,
    },
  ]
  await world.admin.query('begin; set local session_replication_role = replica')
  for (const row of rows)
    await world.admin.query(`insert into referral select (jsonb_populate_record(null::referral, $1)).*`, [
      row,
    ])
  const packet = {
    district_id: world.districtId,
    id: newId(),
    referral_id: sent.id,
    student_id: sofia.id,
    partner_id: partners.cedarStreet.id,
    consent_id: newId(),
    route_id: newId(),
    content: { identity: { name: 'Sofia Delgado' } },
    content_hash: '\\x00',
    sent_by: actorOf('maya').personId,
    sent_at: '2026-10-06T18:00:00Z',
  }
  await world.admin.query(`insert into packet select (jsonb_populate_record(null::packet, $1)).*`, [packet])
  await world.admin.query('commit')
}

beforeAll(async () => {
  world = await riverside()
  await setReferrals()
})
afterAll(() => world.close())

const search = (key: CastKey, q: string) => lookSearch.see(world.being(key), { q })
const names = async (key: CastKey, q: string) => (await search(key, q)).students.map(({ name }) => name)
const nothing = { asked: true, students: [], referrals: [], partners: [] }
const bySchool = { ...nothing, side: 'school', opens: 'student' }
const byAgency = { ...nothing, side: 'partner', opens: 'student' }

describe('Searching', () => {
  test('a name is found with accents or without, in any order, from the beginning of any word', async () => {
    for (const typed of ['nunez', 'Núñez', 'die nu', 'NUÑ diego', '  diego   núñez ']) {
      expect(await names('daniel', typed)).toEqual(['Diego Núñez'])
    }
    expect(await names('daniel', 'iego')).toEqual([])
  })

  test('an exact word goes before a longer one', async () => {
    expect(await names('helen', 'ma')).toEqual(['Marcus Bell', 'Owen Marsh', 'Mateo Rivas'])
  })

  test('a number of the school finds the student, and one letter finds nobody', async () => {
    expect(await names('daniel', families.sofia.localId)).toEqual(['Sofia Delgado'])
    expect(await search('daniel', 's')).toMatchObject({ asked: false, students: [] })
  })

  test('a referral is found by its number and by the student, with or without the sign', async () => {
    for (const typed of ['1042', '#1042', 'sofia del']) {
      expect((await search('maya', typed)).referrals).toMatchObject([
        { id: sent.id, number: 1042, name: 'Sofia Delgado' },
      ])
    }
    expect(referralNumber('99999999999')).toBeUndefined()
  })

  test('an agency is found by a word of its name', async () => {
    expect((await search('maya', 'cedar')).partners).toEqual([
      { id: partners.cedarStreet.id, name: 'Cedar Street Family Clinic' },
    ])
  })
})

describe('What a search gives away', () => {
  test('a student of another school is as if there were none: the same answer, field for field [R147]', async () => {
    const another = await search('jonah', 'sofia delgado')
    expect(another).toEqual({ ...bySchool, typed: 'sofia delgado' })
    expect(await search('jonah', 'nobody delgado')).toEqual({ ...bySchool, typed: 'nobody delgado' })
    expect(await search('jonah', '1042')).toEqual({ ...bySchool, typed: '1042' })
    expect(await search('jonah', families.sofia.localId)).toMatchObject(nothing)
    expect((await search('maya', '1043')).referrals).toEqual([])
  })

  test('an agency finds what it was sent and itself, and nobody else’s [R147]', async () => {
    expect(await search('noor', 'delgado')).toMatchObject({
      students: [],
      referrals: [{ id: sent.id, name: 'Sofia Delgado' }],
      partners: [],
    })
    expect((await search('noor', '#1042')).referrals).toHaveLength(1)
    expect((await search('noor', 'cedar')).partners).toHaveLength(1)
    expect(await search('noor', 'northbank')).toEqual({ ...byAgency, typed: 'northbank' })
    expect(await search('farah', 'delgado')).toEqual({ ...byAgency, typed: 'delgado' })
    expect(await search('farah', '1042')).toEqual({ ...byAgency, typed: '1042' })
  })

  test('a teacher finds students of the school and learns of no referral [R008]', async () => {
    expect(await search('joan', 'sofia')).toMatchObject({
      students: [{ name: 'Sofia Delgado' }],
      referrals: [],
    })
    expect((await search('joan', '1042')).referrals).toEqual([])
  })

  test('governance and the privacy officer find agencies and no student', async () => {
    for (const key of ['thomas', 'leila', 'yolanda'] as const) {
      expect(await search(key, 'sofia')).toEqual({ ...bySchool, typed: 'sofia' })
      expect((await search(key, 'cedar')).partners).toHaveLength(1)
    }
  })

  test('the trail keeps whom a search showed, and never the words that were typed', async () => {
    await search('daniel', 'Sofia Delgado')
    const { rows } = await world.admin.query<{ whole: string; student_ids: string[] }>(
      `select student_ids, row_to_json(e)::text as whole from audit_event e where name = 'people/search' order by at desc, id desc limit 1`,
    )
    expect(rows[0]?.student_ids).toEqual([families.sofia.id])
    expect(rows[0]?.whole.toLowerCase()).not.toContain('delgado')
  })
})

describe('Searching a large district', () => {
  const schoolOf = Array.from({ length: 30 }, (_, position) => ({ id: newId(), name: `School ${position}` }))

  /** 20,000 students under 30 schools, with names that share many beginnings. */
  async function grow() {
    const district = world.districtId
    await world.admin.query('begin; set local session_replication_role = replica')
    for (const school of schoolOf) {
      await world.admin.query(
        `insert into school (district_id, id, name, level, public_code) values ($1, $2, $3, 'other', $4)`,
        [district, school.id, school.name, school.name],
      )
    }
    await world.admin.query(
      `with made as (
        select gen_random_uuid() as id, n,
          (array['Maria','Mario','Marta','Jose','Ana','Anabel','Li','Omar','Noah','Zoe'])[1 + n % 10] as given,
          (array['Gonzalez','Gomez','Garcia','Smith','Simmons','Nguyen','Haddad','Kim','Lopez','Yilmaz'])[1 + (n / 10) % 10] || (n / 100)::text as family,
          ($2::uuid[])[1 + n % 30] as school
        from generate_series(1, 20000) as n),
      students as (insert into student (district_id, id, given_name, family_name, school_id) select $1, id, given, family, school from made)
      insert into student_name (district_id, word, student_id, school_id)
      select $1, lower(word), id, school from made cross join lateral (values (given), (family)) as w(word)`,
      [district, schoolOf.map(({ id }) => id)],
    )
    await world.admin.query('commit; analyze student; analyze student_name')
  }

  type Node = {
    'Node Type': string
    'Relation Name'?: string
    'Index Name'?: string
    'Index Cond'?: string
    Plans?: Node[]
  }
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]

  /** How the server would carry out each statement of a search, as the app role and behind the walls. */
  const plansOf = (actor: Actor, typed: string): Promise<Node[][]> =>
    world.db.transaction(scopeOf(actor), async (tx) => {
      const { connection } = tx
      const statements: { text: string; values: unknown[] }[] = []
      const query = connection.query.bind(connection)
      Object.assign(connection, {
        query: (asked: { text: string; values: unknown[] }) => (statements.push(asked), query(asked)),
      })
      await searchStudents(tx, actor, { typed }).finally(() => Object.assign(connection, { query }))
      const plans: Node[][] = []
      for (const { text, values } of statements) {
        const { rows } = await query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
          `explain (format json) ${text}`,
          values,
        )
        plans.push(...rows.map((row) => flat(row['QUERY PLAN'][0].Plan)))
      }
      return plans
    })

  const overNames = (plans: Node[][]) =>
    plans.flat().filter((node) => node['Relation Name'] === 'student_name')

  test('each word is a range of an index, for one school, for a few and for the whole district', async () => {
    await grow()
    const everywhere = actorOf('helen')
    const few: Actor = { ...actorOf('maya'), schoolIds: schoolOf.slice(0, 3).map(({ id }) => id) }
    for (const [actor, index] of [
      [everywhere, 'student_name_pkey'],
      [few, 'student_name_by_school'],
    ] as const) {
      for (const typed of ['gonz', 'maria gonzalez1']) {
        const nodes = overNames(await plansOf(actor, typed))
        expect(nodes.length).toBeGreaterThan(0)
        for (const node of nodes) {
          expect(node).toMatchObject({ 'Node Type': expect.stringContaining('Index'), 'Index Name': index })
          expect(node['Index Cond']).toMatch(/word >= .*word < /s)
        }
      }
    }
  })

  test('no statement of a search reads a whole table of students', async () => {
    const read = (await plansOf(actorOf('helen'), 'maria gonz'))
      .flat()
      .filter((node) => node['Node Type'] === 'Seq Scan')
    expect(read.map((node) => node['Relation Name']).filter((name) => name?.startsWith('student'))).toEqual(
      [],
    )
  })

  test('the plan would show it, were a search not a range of the index', async () => {
    const plan = await world.db.transaction(scopeOf(actorOf('helen')), async ({ connection }) => {
      const { rows } = await connection.query(
        `explain (format json) select 1 from student_name where reverse(word) = 'airam'`,
      )
      return flat(rows[0]['QUERY PLAN'][0].Plan)
    })
    expect(overNames([plan]).some((node) => /word >= /.test(node['Index Cond'] ?? ''))).toBe(false)
  })

  test('both words must fit, and no more than 20 come back', async () => {
    const both = await world.db.transaction(scopeOf(actorOf('helen')), (tx) =>
      searchStudents(tx, actorOf('helen'), { typed: 'mari gonzalez17' }),
    )
    expect(both.map(({ name }) => name)).toSatisfy(
      (all: string[]) => all.length > 0 && all.every((name) => /^Mari[ao] Gonzalez17/.test(name)),
    )
    const many = await world.db.transaction(scopeOf(actorOf('helen')), (tx) =>
      searchStudents(tx, actorOf('helen'), { typed: 'ma g' }),
    )
    expect(many).toHaveLength(20)
  })
})
