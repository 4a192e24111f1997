import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Concern } from './concern.ts'
import { newsOfArrival } from './notice-store.ts'

type Arrived = Pick<
  Concern,
  'id' | 'studentId' | 'schoolId' | 'queueRole' | 'source' | 'urgency' | 'reporterId'
>
const arrived = statement(
  ($: { district: string; id: string; kinds: readonly string[] }) => sql<Arrived>`
    select c.id, c.student_id as "studentId", c.school_id as "schoolId", c.queue_role as "queueRole", c.source, c.urgency,
      c.reporter_id as "reporterId"
    from concern c where c.district_id = ${$.district} and c.id = ${$.id} and c.state = 'submitted'
      and not exists (select from notice n where n.district_id = c.district_id and n.subject_id = c.id
        and n.kind = any(${$.kinds}::text[])) for no key update of c`,
)
/** Takes a concern that nobody took up and nobody was told of, without its words; undefined for any other. */
export const holdArrived = ({ tx, districtId }: Unit, id: string): Promise<Arrived | undefined> =>
  tx.maybe(arrived, { district: districtId, id, kinds: newsOfArrival })

const isLate = ($: { district: string; now: Date }) => sql`
  c.district_id = ${$.district} and c.state in ('submitted', 'acknowledged') and c.late_told_at is null and c.due_at <= ${$.now}`

const late = statement(
  ($: { district: string; now: Date }) => sql<{ id: string }>`
    select c.id from concern c where ${isLate($)} order by c.due_at, c.id limit 100`,
)
/** Concerns that were not decided in their time, of which nobody was told yet. */
export const listLate = async (tx: Transaction, now: Date): Promise<string[]> =>
  (await tx.all(late, { district: tx.scope.districtId, now })).map(({ id }) => id)

type Late = Pick<Concern, 'id' | 'studentId' | 'schoolId' | 'queueRole' | 'dueAt' | 'dueStandard'>
const keep = statement(
  ($: { district: string; now: Date; id: string }) => sql<Late>`
    update concern c set late_told_at = ${$.now} where ${isLate($)} and c.id = ${$.id}
    returning c.id, c.student_id as "studentId", c.school_id as "schoolId", c.queue_role as "queueRole", c.due_at as "dueAt",
      c.due_standard as "dueStandard"`,
)
/**
 * Keeps that it is told now that a concern was not decided in its time. The version stays, so that nobody
 * loses what they write in a form meanwhile.
 * @returns the concern, or undefined where it is not late or was told already
 */
export const keepLate = ({ tx, districtId, now }: Unit, id: string): Promise<Late | undefined> =>
  tx.maybe(keep, { district: districtId, now, id })
