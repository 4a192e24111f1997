import type { Unit } from '#access/unit.ts'
import { insertNotice, type StaffLine, staffAt } from '#concerns/contract.ts'
import type { IncidentClosed } from '#crisis/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import type { IncidentReview } from './review.ts'
import { ownerOf } from './rules.ts'
import { insertReview } from './store.ts'

/** Who reviews, in this order: the leads of the school, then whoever answers for it. */
const inOrder = ['crisis_lead', 'designated_lead', 'student_support_head', 'principal'] as const

/** Who could review an incident of a school, without whoever is kept from the student. */
export const reviewersAt = (
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId }: Pick<IncidentReview, 'schoolId' | 'studentId'>,
): Promise<StaffLine[]> => staffAt(tx, { schoolId, about: [studentId], roles: inOrder, now })

/** What the trail says of a review, and what is told of it, is about the incident it is of. */
export const subjectOf = ({ incidentId, studentId }: Pick<IncidentReview, 'incidentId' | 'studentId'>) => ({
  type: 'crisis_incident',
  id: incidentId,
  studentId,
})

/** Follows crisis/incident-closed: a review is owed, by a time of the standards and by somebody [R108]. */
export async function openReview(unit: Unit, closed: IncidentClosed): Promise<void> {
  const { tx, now } = unit
  const { crisis, time_standards: times } = await modelInForce(tx, now)
  const byAnother = crisis.body.reviewedByAnother === 'yes'
  const ownerId = ownerOf(await reviewersAt(unit, closed), { ledBy: closed.ledBy, byAnother })
  const due = dueAt(await calendarOf(tx), times.body, { clock: 'incident_review', startedAt: now })
  const review = { ...closed, byAnother, ownerId, dueAt: due.dueAt }
  insertReview(unit, review)
  insertNotice(unit, { personId: ownerId, kind: 'incident_review.owed', subject: subjectOf(closed) })
  unit.record('incident_review.opened', subjectOf(closed), { person: ownerId })
  const { incidentId } = closed
  const key = `debriefs/say-late/${incidentId}`
  unit.enqueue({ task: 'debriefs/say-late', payload: { incidentId }, key, at: due.dueAt })
}
