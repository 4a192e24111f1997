import { sql } from 'kysely'
import { notKeptFrom } from '#access/not-kept.ts'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Concern } from './concern.ts'

export const reporterNews = ['reporter.handled', 'reporter.question', 'reporter.closed'] as const
export type ReporterNews = (typeof reporterNews)[number]

// One statement asks whether they may still be told and tells them: nobody waits for an answer in between.
const tell = statement(
  (
    $: Record<'district' | 'id' | 'person' | 'kind' | 'concern', string> & {
      about: readonly string[]
      at: Date
    },
  ) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    select p.district_id, ${$.id}::uuid, p.id, ${$.kind}::text, 'own_concern', ${$.concern}::uuid, ${$.at}::timestamptz
    from person p where p.district_id = ${$.district} and p.id = ${$.person} and p.ended_at is null
      and ${notKeptFrom('p', $.about)}`,
)

/**
 * Tells whoever raised a concern that it moved: in the words the page of their own concerns has for it, and
 * nothing of how, with whom or why [R008] [R144]. Whoever left, or is kept from the student, is told nothing.
 */
export function tellReporter(
  unit: Unit,
  { id: concern, reporterId, studentId }: Pick<Concern, 'id' | 'reporterId' | 'studentId'>,
  kind: ReporterNews,
): void {
  if (reporterId === null || reporterId === unit.actor.personId) return
  unit.tx.write(tell, {
    district: unit.districtId,
    id: unit.id(),
    person: reporterId,
    kind,
    concern,
    about: studentId === null ? [] : [studentId],
    at: unit.now,
  })
}
