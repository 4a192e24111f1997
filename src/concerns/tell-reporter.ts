import { sql } from 'kysely'
import { notKeptFrom } from '#access/not-kept.ts'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Concern } from './concern.ts'
import { insertNotice } from './notice-store.ts'

export const reporterNews = ['reporter.handled', 'reporter.question', 'reporter.closed'] as const
export type ReporterNews = (typeof reporterNews)[number]

const reachable = statement(
  ($: { district: string; person: string; about: readonly string[] }) => sql<{ id: string }>`
    select p.id from person p where p.district_id = ${$.district} and p.id = ${$.person} and p.ended_at is null
      and ${notKeptFrom('p', $.about)}`,
)

/**
 * Tells whoever raised a concern that it moved: in the words the page of their own concerns has for it, and
 * nothing of how, with whom or why [R008] [R144].
 */
export async function tellReporter(
  unit: Unit,
  { id, reporterId, studentId }: Pick<Concern, 'id' | 'reporterId' | 'studentId'>,
  kind: ReporterNews,
): Promise<void> {
  if (reporterId === null || reporterId === unit.actor.personId) return
  const about = studentId === null ? [] : [studentId]
  const asked = { district: unit.districtId, person: reporterId, about }
  if ((await unit.tx.maybe(reachable, asked)) === undefined) return
  await insertNotice(unit, { personId: reporterId, kind, subject: { type: 'own_concern', id } })
}
