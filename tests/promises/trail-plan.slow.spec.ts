import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { lookReaders } from '#coordination/look-readers.ts'
import { families } from '../riverside/families.ts'
import { riverside, type World } from '../support/riverside.ts'

const rows = 300_000
const students = 20_000
/** Indexes in which what is about one student lies together. */
const ofOneStudent = ['audit_event_by_student', 'audit_event_by_listed_student']
const { id: studentId } = families.sofia

let world: World
beforeAll(async () => {
  world = await riverside()
  await world.admin.query('set session_replication_role = replica')
  // Of every student some, and a list with fifty of them every tenth time.
  await world.admin.query(
    `insert into audit_event (district_id, id, at, kind, name, role, subject_type, subject_id, student_id, student_ids)
     select $1, gen_random_uuid(), timestamptz '2026-10-13T20:00:00Z' - n * interval '30 seconds', 'read',
       case when n % 10 = 0 then 'referrals/tracker' else 'coordination/student' end, 'counselor', 'student', null,
       case when n % 10 <> 0 then s.ids[1 + n % ${students}] end,
       case when n % 10 = 0 then s.ids[1 + n % ${students} : 50 + n % ${students}] end
     from generate_series(1, ${rows}) n,
       (select array_agg(gen_random_uuid()) as ids from generate_series(1, ${students + 50})) s`,
    [world.districtId],
  )
  await world.admin.query(
    `insert into audit_event select (jsonb_populate_record(null::audit_event, to_jsonb(e) ||
       jsonb_build_object('id', gen_random_uuid(), 'student_id', $1::text))).*
     from (select * from audit_event where student_id is not null limit 40) e`,
    [studentId],
  )
  await world.admin.query('analyze audit_event')
}, 240_000)
afterAll(() => world.close())

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Node[] }
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]
type Asked = { text: string; values: unknown[] }

/** What is asked of the trail when somebody looks who opened the records of one student. */
async function statements(): Promise<Asked[]> {
  const asked: Asked[] = []
  const query = pg.Client.prototype.query
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given) {
    const [what] = given as unknown[] as [Asked | string]
    if (typeof what === 'object' && /\bfrom audit_event\b/.test(what.text)) asked.push(what)
    return (query as (...all: unknown[]) => unknown).apply(this, given) as never
  })
  await lookReaders.see(world.being('leila'), { studentId }).finally(() => spy.mockRestore())
  return asked
}

/** How the trail is read: by which of its indexes, or whole. */
async function readsOf(asked: readonly Asked[]): Promise<string[]> {
  const { actor } = world.being('leila')
  return world.db.transaction(scopeOf(actor), async ({ connection }) => {
    const nodes: Node[] = []
    for (const { text, values } of asked) {
      const { rows: plans } = await connection.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `explain (format json) ${text}`,
        values,
      )
      nodes.push(...plans.flatMap((plan) => flat(plan['QUERY PLAN'][0].Plan)))
    }
    const whole = nodes.filter((node) => /Seq Scan/.test(node['Node Type']))
    return [
      ...whole.filter((node) => node['Relation Name'] === 'audit_event').map(() => 'whole'),
      ...nodes.flatMap((node) => node['Index Name'] ?? []).filter((name) => name.startsWith('audit_event')),
    ]
  })
}

test('one student among 300,000 rows of the trail is read by an index, in a fifth of a second', async () => {
  const asked = await statements()
  expect(asked.length).toBeGreaterThan(0)
  const reads = await readsOf(asked)
  expect(reads.length).toBeGreaterThan(0)
  expect(reads.filter((name) => !ofOneStudent.includes(name))).toEqual([])
  const times: number[] = []
  for (let turn = 0; turn < 20; turn++) {
    const from = performance.now()
    await lookReaders.see(world.being('leila'), { studentId })
    times.push(performance.now() - from)
  }
  const p95 = times.toSorted((one, other) => one - other)[18] ?? Infinity
  process.stdout.write(`one student among ${rows} rows: p95 ${Math.round(p95)} ms\n`)
  expect(p95).toBeLessThan(200)
})

test('without them all of the district would be read, and that would be noticed', async () => {
  const asked = await statements()
  await world.admin.query(`drop index ${ofOneStudent.join()}`)
  const reads = await readsOf(asked)
  expect(reads.filter((name) => !ofOneStudent.includes(name))).not.toEqual([])
})
