import type { Unit } from '#access/unit.ts'
import { addDisclosure, mayTellCoordinated } from '#consent/contract.ts'
import type { CaseFacts } from './case-facts.ts'
import { insertPart, type Part } from './part-store.ts'
import type { Review, ReviewLine } from './review.ts'

type Said = Pick<Part, 'decision' | 'what' | 'doneBy' | 'dueOn'>

/**
 * Tells each agency of a student what the case review decided: dates, and who does what, on the family's yes
 * to care coordination there and with an agreement in force. Of a visit elsewhere it hears where the family
 * agreed to it there too, and as long as it does.
 */
export async function tellAgencies(
  unit: Unit,
  about: { review: Review; line: Pick<ReviewLine, 'studentId'>; facts: CaseFacts; said: Said },
): Promise<void> {
  const { review, line, facts, said } = about
  const { studentId } = line
  const sent = facts.agencies.map(({ referralId: id, partnerId }) => ({ id, partnerId }))
  const told = await mayTellCoordinated(unit.tx, sent, unit.now)
  for (const { referralId, partnerId } of facts.agencies) {
    const consentId = told.get(referralId)
    if (consentId === undefined) continue
    const otherConsentIds = facts.agencies.flatMap(({ partnerId: other, nextVisitAt, consentId: yes }) =>
      other === partnerId || nextVisitAt === null ? [] : [yes],
    )
    const at = { referralId, studentId, partnerId, consentId }
    insertPart(unit, { ...at, ...said, reviewId: review.id, weekOn: review.weekOn, otherConsentIds })
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
