import pg from 'pg'
import type { Db } from '#platform/database/database.ts'
import type { Seal } from './chain.ts'
import { appendLines, linesOf } from './line-file.ts'
import { type TakenBack, within } from './taken-back-store.ts'

/** What was taken back, for the first time, in the stretch of the trail that a seal covers. */
export async function takenBackUnder(sealer: Db, districtId: string, seal: Seal): Promise<TakenBack[]> {
  const range = { district: districtId, from: seal.fromXact, until: seal.untilXact }
  const found = await sealer.transaction({ districtId, side: 'system' }, (tx) => tx.all(within, range))
  return found.map(({ event }) => event)
}

/** Keeps it outside the database: a copy from before does not bring it back in force. */
export const noteTakenBack = (path: string, events: readonly TakenBack[]): Promise<void> =>
  appendLines(path, events)

const unknownHere = `
  select said.event, t.again from unnest($1::jsonb[]) with ordinality as said(event, place)
    join house.taken_back t on t.name = said.event ->> 'name'
  where not exists (select from audit_event e
    where e.district_id = (said.event ->> 'districtId')::uuid and e.id = (said.event ->> 'id')::uuid)
    and exists (select from house.district_ids() as id where id = (said.event ->> 'districtId')::uuid)
  order by said.place`
type Lost = { event: TakenBack; again: string | null }

/** What stands in the file and not in the trail of this copy. */
async function lostIn(client: pg.ClientBase, events: readonly TakenBack[]): Promise<Lost[]> {
  await client.query('begin; set local role throughline_sealer')
  try {
    return (await client.query<Lost>(unknownHere, [events.map((event) => JSON.stringify(event))])).rows
  } finally {
    await client.query('rollback')
  }
}

/** Its own trace comes back first, under its own id: so it is done again once. */
const trace = `
  insert into audit_event (district_id, id, at, kind, name, role, subject_type, subject_id, student_id, detail)
  select ($1::jsonb ->> 'districtId')::uuid, ($1::jsonb ->> 'id')::uuid, now(), $1::jsonb ->> 'kind', $1::jsonb ->> 'name',
    'system', $1::jsonb ->> 'subjectType', ($1::jsonb ->> 'subjectId')::uuid, ($1::jsonb ->> 'studentId')::uuid,
    ($1::jsonb -> 'detail') || jsonb_build_object('again', true, 'first', $1::jsonb ->> 'at')`

async function doAgain(client: pg.ClientBase, { event }: Lost): Promise<void> {
  await client.query('begin; set local role throughline_restorer')
  try {
    await client.query(trace, [JSON.stringify(event)])
    await client.query('select house.take_back_again($1, $2)', [event.districtId, event])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Each of them once: a stop between two files notes some twice. */
async function readEvents(path: string): Promise<TakenBack[]> {
  const events = (await linesOf(path)).map((line) => JSON.parse(line) as TakenBack)
  return [...new Map(events.map((event) => [event.id, event])).values()]
}

/** How often each name was taken back in what a copy does not hold. */
export type Again = { done: Record<string, number>; toLookAt: Record<string, number> }

const counted = (lost: readonly Lost[]) =>
  Object.fromEntries(
    [...Map.groupBy(lost, ({ event }) => event.name)].map(([name, each]) => [name, each.length]),
  )

/**
 * Takes back again whatever a copy of the database is from before, ahead of serving it; what cannot be done
 * from ids is counted for people to look at.
 * @param admin as a role that may migrate
 * @param how.only says what would be done and does nothing
 */
export async function takeBackAgain(
  admin: pg.ClientConfig,
  path: string,
  how: { only?: 'say' } = {},
): Promise<Again> {
  const events = await readEvents(path)
  if (events.length === 0) return { done: {}, toLookAt: {} }
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('throughline removals'))`)
    const lost = await lostIn(client, events)
    if (how.only !== 'say') for (const each of lost) await doAgain(client, each)
    const [toLookAt, done] = [lost.filter(({ again }) => again === null), lost.filter(({ again }) => again)]
    return { done: counted(done), toLookAt: counted(toLookAt) }
  } finally {
    await client.end()
  }
}
