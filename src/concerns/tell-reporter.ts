import type { Unit } from '#access/unit.ts'
import type { Concern } from './concern.ts'
import { tell } from './tell-reporter-store.ts'

export const reporterNews = ['reporter.handled', 'reporter.question', 'reporter.closed'] as const
export type ReporterNews = (typeof reporterNews)[number]

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
