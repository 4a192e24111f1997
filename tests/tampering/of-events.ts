import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#platform/ids.ts'
import type { Random, ToldTrail } from './told-trail.ts'

/** Carries out one tampering and says in a few words what was done. */
export type Tampering = (trail: ToldTrail, random: Random) => Promise<string>

/** What each column of an event is changed to; never to what it was. */
const otherwise: readonly [column: string, value: string][] = [
  ['id', 'gen_random_uuid()'],
  ['at', `at + interval '1 microsecond'`],
  ['xact', 'xact + 1'],
  ['kind', `case kind when 'read' then 'change' else 'read' end`],
  ['name', `name || ' '`],
  ['person_id', 'gen_random_uuid()'],
  ['person_id', 'null'],
  ['assignment_id', 'gen_random_uuid()'],
  ['role', `'counselor'`],
  ['partner_id', 'null'],
  ['subject_type', 'upper(subject_type)'],
  ['subject_id', 'student_id'],
  ['student_id', 'null'],
  ['student_id', 'student_ids[2]'],
  ['student_ids', 'student_ids[1:1]'],
  ['student_ids', 'array[student_ids[2], student_ids[1]]'],
  ['detail', `detail || '{"count": -1}'`],
  ['detail', `detail - 'fields'`],
]

type Event = { district_id: string; id: string; xact: string }

/** The events in the order they are sealed in. */
export async function eventsOf({ admin }: ToldTrail, where = 'true'): Promise<Event[]> {
  const { rows } = await admin.query<Event>(
    `select district_id, id, xact from audit_event where ${where} order by district_id, xact, id`,
  )
  return rows
}

/** @throws when nothing was changed: that would be no tampering */
export async function change({ admin }: ToldTrail, text: string, values: unknown[]): Promise<void> {
  const { rowCount } = await admin.query(text, values)
  if (rowCount === 0) throw new Error(`Nothing was tampered with by ${text}`)
}

const copied = (as: string) =>
  `insert into audit_event select (jsonb_populate_record(e, ${as})).* from audit_event e where id = $1`

const changed: Tampering = async (trail, random) => {
  const [column, value] = random.pick(otherwise)
  // What says that a copy was put back is about no student: a column may be as empty as it would become.
  const { id } = random.pick(await eventsOf(trail, `name <> 'trail.restored'`))
  await change(trail, `update audit_event set ${column} = ${value} where id = $1`, [id])
  return `${column} of an event changed to ${value}`
}

const removed: Tampering = async (trail, random) => {
  await change(trail, 'delete from audit_event where id = $1', [random.pick(await eventsOf(trail)).id])
  return 'an event removed'
}

const horizon = `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + house.trail_shift()
  > (select max(until_xact) + 1 from audit_seal) as passed, pg_current_xact_id() as "another"`

/** A row behind the last seal is awaited while a transaction of then is open, also in another database. */
async function nothingOfThenIsOpen({ admin }: ToldTrail): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const { rows } = await admin.query<{ passed: boolean }>(horizon)
    if (rows[0]?.passed === true) return
    await pause(25)
  }
  throw new Error('Transactions of other databases held the trail back for ten seconds')
}

const inserted: Tampering = async (trail, random) => {
  const { id } = random.pick(await eventsOf(trail))
  const late = random.percent(30)
  const at = late ? `'xact', (select max(until_xact) + 1 from audit_seal)` : `'xact', xact`
  await change(trail, copied(`jsonb_build_object('id', $2::uuid, ${at})`), [id, newId()])
  if (late) await nothingOfThenIsOpen(trail)
  return late ? 'an event inserted after the last seal' : 'an event inserted between others'
}

const intoNowhere: Tampering = async (trail, random) => {
  const { id } = random.pick(await eventsOf(trail))
  await change(trail, copied(`jsonb_build_object('id', $2::uuid, 'district_id', $3::uuid)`), [
    id,
    newId(),
    newId(),
  ])
  return 'an event inserted for a district that is none'
}

const moved: Tampering = async (trail, random) => {
  const event = random.pick(await eventsOf(trail))
  const other = trail.districts.find((district) => district !== event.district_id)
  await change(trail, 'update audit_event set district_id = $2 where id = $1', [event.id, other])
  return 'an event moved to another district'
}

const toAnotherSeal: Tampering = async (trail, random) => {
  const { id, district_id } = random.pick(await eventsOf(trail))
  await change(
    trail,
    `update audit_event e set xact = s.from_xact + 1 from audit_seal s
     where e.id = $1 and s.district_id = e.district_id and s.from_xact > 0 and not e.xact between s.from_xact and s.until_xact
       and s.number = (select min(number) from audit_seal o where o.district_id = $2 and o.from_xact > 0
         and not e.xact between o.from_xact and o.until_xact)`,
    [id, district_id],
  )
  return 'an event moved to another seal'
}

const swapped: Tampering = async (trail, random) => {
  const one = random.pick(await eventsOf(trail))
  const [column, others] = random.pick([
    ['xact', await eventsOf(trail, `district_id = '${one.district_id}' and xact <> ${one.xact}`)] as const,
    ['subject_id', await eventsOf(trail, `id <> '${one.id}'`)] as const,
  ])
  await change(
    trail,
    `update audit_event e set ${column} = o.${column} from audit_event o
     where e.id in ($1, $2) and o.id in ($1, $2) and o.id <> e.id`,
    [one.id, random.pick(others).id],
  )
  return `${column} of two events swapped`
}

const tailCut: Tampering = async (trail, random) => {
  const district = random.pick(trail.districts)
  const events = await eventsOf(trail, `district_id = '${district}'`)
  const cut = events.slice(-(1 + random.below(events.length))).map(({ id }) => id)
  await change(trail, 'delete from audit_event where id = any($1)', [cut])
  return 'the last events of a district cut'
}

export const ofEvents: readonly Tampering[] = [
  ...Array.from({ length: 6 }, () => changed),
  removed,
  inserted,
  inserted,
  intoNowhere,
  moved,
  toAnotherSeal,
  swapped,
  tailCut,
]
