import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '#access/actor.ts'
import { newId } from '#platform/ids.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { searchStudents } from './search-store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
  await grow()
})
afterAll(() => world.close())

const given = ['Maria', 'Mario', 'Marta', 'Jose', 'Ana', 'Anabel', 'Li', 'Omar', 'Noah', 'Zoe']
const family = [
  'Gonzalez',
  'Gomez',
  'Garcia',
  'Smith',
  'Simmons',
  'Nguyen',
  'Haddad',
  'Kim',
  'Lopez',
  'Yilmaz',
]
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
        ($3::text[])[1 + n % 10] as given, ($4::text[])[1 + (n / 10) % 10] || (n / 100)::text as family,
        ($2::uuid[])[1 + n % 30] as school
      from generate_series(1, 20000) as n),
    students as (
      insert into student (district_id, id, given_name, family_name, school_id)
      select $1, id, given, family, school from made),
    pairs as (
      insert into student_name_pair (district_id, word, later_word, student_id)
      select $1, least(lower(given) collate "C", lower(family)), greatest(lower(given) collate "C", lower(family)), id
      from made)
    insert into student_name (district_id, word, student_id, school_id)
    select $1, lower(word), id, school from made cross join lateral (values (given), (family)) as w(word)`,
    [district, schoolOf.map(({ id }) => id), given, family],
  )
  await world.admin.query('commit; analyze student; analyze student_name; analyze student_name_pair')
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

const over = (table: string, plans: Node[][]) =>
  plans.flat().filter((node) => node['Relation Name'] === table)
const overNames = (plans: Node[][]) => over('student_name', plans)

describe('Searching a large district', () => {
  test('a word is a range of an index, for a few schools and for the whole district', async () => {
    const everywhere = actorOf('helen')
    const few: Actor = { ...actorOf('maya'), schoolIds: schoolOf.slice(0, 3).map(({ id }) => id) }
    for (const [actor, index] of [
      [everywhere, 'student_name_pkey'],
      [few, 'student_name_by_school'],
    ] as const) {
      const nodes = overNames(await plansOf(actor, 'gonz'))
      expect(nodes.length).toBeGreaterThan(0)
      for (const node of nodes) {
        expect(node).toMatchObject({ 'Node Type': expect.stringContaining('Index'), 'Index Name': index })
        expect(node['Index Cond']).toMatch(/word >= .*word < /s)
      }
    }
  })

  const bothRanges = /\bword >= .*\bword < .*later_word >= .*later_word < /s
  const pairsAsked = async (typed: string) => {
    const plans = await plansOf(actorOf('helen'), typed)
    return { pairs: over('student_name_pair', plans), words: overNames(plans), all: plans.flat() }
  }

  test('of two words both are ranges of one index, walked in its order, however many have them', async () => {
    for (const typed of ['maria gonzalez1', 'g m', 'zz gonz']) {
      const { pairs, words, all } = await pairsAsked(typed)
      expect(pairs.map((node) => node['Index Name'])).toEqual(['student_name_pair_pkey'])
      expect(pairs[0]?.['Index Cond']).toMatch(bothRanges)
      expect(words).toEqual([])
      const sorted = all.filter((node) => node['Node Type'].includes('Sort'))
      expect(JSON.stringify(sorted)).not.toContain('later_word')
    }
  })

  test('a third word is asked of one student at a time, and the beginning of another not at all', async () => {
    const { pairs, words } = await pairsAsked('m gonzalez1 mari 7')
    expect(pairs).toHaveLength(1)
    expect(words.map((node) => node['Index Name'])).toEqual(['student_name_by_student'])
    expect(words[0]?.['Index Cond']).toMatch(/student_id = p\.student_id/)
  })

  test('no statement of a search reads a whole table of students', async () => {
    const read = (await plansOf(actorOf('helen'), 'maria gonz'))
      .flat()
      .filter((node) => node['Node Type'] === 'Seq Scan')
    expect(read.map((node) => node['Relation Name']).filter((name) => name?.startsWith('student'))).toEqual(
      [],
    )
  })

  test('a number of the school is looked up in its index, in any letters', async () => {
    const nodes = (await plansOf(actorOf('helen'), 'r14172')).flat()
    const numbered = nodes.filter((node) => (node['Index Cond'] ?? '').includes('local_id'))
    expect(numbered.map((node) => node['Index Name'])).toEqual(['student_by_local_id'])
  })

  test('a search of a few schools is planned anew five times, and then its plan is kept', async () => {
    const few: Actor = { ...actorOf('maya'), schoolIds: schoolOf.slice(0, 3).map(({ id }) => id) }
    const plans = await world.db.transaction(scopeOf(few), async (tx) => {
      for (let times = 0; times < 8; times++) await searchStudents(tx, few, { typed: 'mari gonz' })
      const asked = `select custom_plans from pg_prepared_statements where statement ~ 'unnest|local_id ='`
      return (await tx.connection.query<{ custom_plans: number }>(asked)).rows
    })
    expect(plans.map(({ custom_plans }) => custom_plans)).toEqual([5, 5, 5, 5])
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

  test('rare and common words find the same students, whatever their order and however many', async () => {
    const found = (typed: string) =>
      world.db.transaction(scopeOf(actorOf('helen')), (tx) => searchStudents(tx, actorOf('helen'), { typed }))
    const { rows } = await world.admin.query<{ id: string }>(
      "select id from student where given_name like 'M%' and family_name like 'Garcia171%'",
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const typed of [
      'm garcia171',
      'garcia171 m',
      'g m garcia171',
      'garcia171 ga g m',
      'g ga garcia garcia171 m',
    ]) {
      expect(new Set((await found(typed)).map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)))
    }
  })
})
