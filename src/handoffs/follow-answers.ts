import type { Unit } from '#access/unit.ts'
import type { ConsentAnswered } from '#consent/contract.ts'
import { handoffLifecycle } from './lifecycle.ts'
import { getHandoff, saveHandoff } from './store.ts'

/**
 * Follows consent/answered. A no to sending stops the same-day clock as the family's choice, and a later yes
 * opens the handoff again [R150]. An answered question is no longer one for later.
 */
export async function followAnswers(unit: Unit, said: ConsentAnswered): Promise<void> {
  const handoff = await getHandoff(unit.tx, said.referralId)
  const answered = [...said.yes, ...said.no]
  const questionsLater = handoff.questionsLater.filter((scope) => !answered.includes(scope))
  const ends = said.no.includes('referral_disclosure') && handoffLifecycle.allows(handoff.state, 'end')
  const reopens = said.yes.includes('referral_disclosure') && handoffLifecycle.allows(handoff.state, 'reopen')
  if (!ends && !reopens && questionsLater.length === handoff.questionsLater.length) return
  saveHandoff(unit, handoff, {
    questionsLater,
    ...(ends && { state: handoffLifecycle.next(handoff.state, 'end'), endedAt: unit.now }),
    ...(reopens && { state: handoffLifecycle.next(handoff.state, 'reopen'), endedAt: null }),
  })
  const subject = { type: 'referral', id: said.referralId, studentId: said.studentId }
  unit.record(ends ? 'handoff.ended' : reopens ? 'handoff.reopened' : 'handoff.questions_answered', subject)
}
