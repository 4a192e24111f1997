import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Screening } from './concern.ts'

const latest = statement(
  ($: { district: string; concern: string }) => sql<Screening>`
    select id, concern_id as "concernId", student_id as "studentId", checklist_id as "checklistId",
      checklist_version as "checklistVersion", answers, score, indicated, immediate, screened_by as "screenedBy",
      screened_at as "screenedAt"
    from concern_screening where district_id = ${$.district} and concern_id = ${$.concern}
    order by screened_at desc, id desc limit 1`,
)

/** The run of the checklist that counts: the last one, or undefined before the first. */
export const latestScreening = (tx: Transaction, concernId: string): Promise<Screening | undefined> =>
  tx.maybe(latest, { district: tx.scope.districtId, concern: concernId })

type Values = Record<
  'district' | 'id' | 'concern' | 'student' | 'checklist' | 'answers' | 'indicated' | 'by',
  string
> & {
  version: number
  score: number
  immediate: readonly string[]
  at: Date
}
const insert = statement(
  ($: Values) => sql`
    insert into concern_screening (district_id, id, concern_id, student_id, checklist_id, checklist_version, answers, score,
      indicated, immediate, screened_by, screened_at)
    values (${$.district}, ${$.id}, ${$.concern}, ${$.student}, ${$.checklist}, ${$.version}, ${$.answers}::jsonb,
      ${$.score}, ${$.indicated}, ${$.immediate}::text[], ${$.by}, ${$.at})`,
)

/** Keeps a run of the checklist. */
export const insertScreening = ({ tx, districtId }: Unit, screening: Screening) =>
  tx.write(insert, {
    district: districtId,
    id: screening.id,
    concern: screening.concernId,
    student: screening.studentId,
    checklist: screening.checklistId,
    version: screening.checklistVersion,
    answers: JSON.stringify(screening.answers),
    score: screening.score,
    indicated: screening.indicated,
    immediate: screening.immediate,
    by: screening.screenedBy,
    at: screening.screenedAt,
  })
