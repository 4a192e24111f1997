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
      select $1, id, given, family, school from made)
    insert into student_name (district_id, word, student_id, school_id)
    select $1, lower(word), id, school from made cross join lateral (values (given), (family)) as w(word)`,
    [district, schoolOf.map(({ id }) => id), given, family],
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

const overNames = (plans: Node[][]) => plans.flat().filter((node) => node['Relation Name'] === 'student_name')

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

  const byStudent = (nodes: Node[]) =>
    nodes.filter((node) => /student_id = n\.student_id/.test(node['Index Cond'] ?? ''))
  const ranges = (nodes: Node[]) =>
    nodes.filter((node) => /word >= .*word < /s.test(node['Index Cond'] ?? ''))

  test('of several words that few have, each is a range that is read once', async () => {
    const nodes = overNames(await plansOf(actorOf('helen'), 'maria gonzalez1'))
    expect(ranges(nodes)).toHaveLength(nodes.length)
    expect(byStudent(nodes)).toEqual([])
  })

  test('of several words that many have one is a range, and the others are asked of one student at a time', async () => {
    const nodes = overNames(await plansOf(actorOf('helen'), 'm g'))
    expect(byStudent(nodes).map((node) => node['Index Name'])).toEqual(['student_name_by_student'])
    expect(ranges(nodes).length).toBeGreaterThan(0)
    expect(new Set([...byStudent(nodes), ...ranges(nodes)]).size).toBe(nodes.length)
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

  test('rare and common words find the same students, whatever their order', async () => {
    const found = (typed: string) =>
      world.db.transaction(scopeOf(actorOf('helen')), (tx) => searchStudents(tx, actorOf('helen'), { typed }))
    const { rows } = await world.admin.query<{ id: string }>(
      "select id from student where given_name like 'M%' and family_name like 'Garcia171%'",
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const typed of ['m garcia171', 'garcia171 m', 'g m garcia171', 'garcia171 ga g m']) {
      expect(new Set((await found(typed)).map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)))
    }
  })
})
