import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { CareNotice, Step, StepKind, Support } from './care-notice.ts'

type Of = { district: string; notice: string }
const all = statement(
  ($: Of) => sql<Step>`
    select k.id, k.kind, k.support, k.concern_id as "concernId", p.name as "takenByName", k.taken_at as "takenAt"
    from care_notice_step k join person p on p.district_id = k.district_id and p.id = k.taken_by
    join care_notice n on n.district_id = k.district_id and n.id = k.notice_id
    where k.district_id = ${$.district} and k.notice_id = ${$.notice} and (k.student_id is null or k.student_id = n.student_id)
    order by k.taken_at, k.id`,
)
/** What was done about a notice, in its order; nothing done with somebody it was matched to by mistake. */
export const stepsOf = (tx: Transaction, notice: string): Promise<Step[]> =>
  tx.all(all, { district: tx.scope.districtId, notice })

type Row = { id: string; student: string | null; kind: StepKind } & Record<
  'support' | 'concern',
  string | null
>
const insert = statement(
  ($: Of & Row & { by: string; at: Date }) => sql`
    insert into care_notice_step (district_id, id, notice_id, student_id, kind, support, concern_id, taken_by, taken_at)
    values (${$.district}, ${$.id}, ${$.notice}, ${$.student}, ${$.kind}, ${$.support}, ${$.concern}, ${$.by}, ${$.at})`,
)
type New = { kind: StepKind; support?: Support | undefined; concernId?: string }
/** Writes down what somebody did about a notice. */
export function insertStep(unit: Unit, notice: CareNotice, { kind, support, concernId }: New): void {
  const { tx, districtId, actor, now } = unit
  tx.write(insert, {
    district: districtId,
    id: unit.id(),
    notice: notice.id,
    student: notice.studentId,
    kind,
    support: kind === 'support' ? (support ?? null) : null,
    concern: concernId ?? null,
    by: actor.personId as string,
    at: now,
  })
}
