import type { Unit } from '#access/unit.ts'
import { addDisclosure } from '#consent/contract.ts'
import type { CaseFacts } from './case-facts.ts'
import { insertPart, type Part } from './part-store.ts'
import type { Review, ReviewLine } from './review.ts'

type Said = Pick<Part, 'decision' | 'what' | 'doneBy' | 'dueOn'>

/**
 * Tells each agency of a student what the case review decided: dates, and who does what, on the family's yes
 * to care coordination there. Of a visit elsewhere it hears where the family agreed to it there too.
 */
export function tellAgencies(
  unit: Unit,
  about: { review: Review; line: Pick<ReviewLine, 'studentId'>; facts: CaseFacts; said: Said },
): void {
  const { review, line, facts, said } = about
  for (const { referralId, partnerId, consentId } of facts.agencies) {
    const { studentId } = line
    const otherVisitsAt = facts.agencies.flatMap(({ partnerId: other, nextVisitAt }) =>
      other === partnerId || nextVisitAt === null ? [] : [nextVisitAt],
    )
    const at = { referralId, studentId, partnerId, consentId }
    insertPart(unit, { ...at, ...said, reviewId: review.id, weekOn: review.weekOn, otherVisitsAt })
    addDisclosure(unit, {
      ...at,
      direction: 'to_partner',
      items: ['coordination'],
      purpose: 'continuity_of_care',
    })
    const subject = { type: 'referral', id: referralId, studentId }
    unit.record('review.told', subject, { partner: partnerId, review: review.id })
  }
}
