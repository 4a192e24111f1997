import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { GivenAnswers, recordAnswers, recordingWords, scopes, type Scope } from '#consent/contract.ts'
import { choice, id } from '#platform/given.ts'
import { navigatingStaff, type Referral } from '#referrals/contract.ts'
import { saveHandoff } from './store.ts'
import type { Handoff } from './handoff.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const { answers: _answers, ...captured } = GivenAnswers
const later = z.object({ answer: z.literal('later') })
const said = z.object({ ...captured, answer: choice(['yes', 'no'], 'Choose yes, no, or decide later') })
const Question = z.intersection(
  z.object({ referralId: id, scope: choice(scopes) }),
  z.discriminatedUnion('answer', [said, later], { error: 'Choose yes, no, or decide later' }),
)

/** The family wants to think: nothing is recorded about sharing, and the question counts as asked. */
async function putOff(
  unit: Unit,
  { referral, handoff }: { referral: Referral; handoff: Handoff },
  scope: Scope,
) {
  const questionsLater = [...new Set([...handoff.questionsLater, scope])]
  saveHandoff(unit, handoff, { questionsLater })
  unit.record('handoff.question_put_off', subjectOf(referral), { scope })
}

/**
 * One consent question, read aloud and answered while the family is there. Yes and no are kept by consent
 * with how they were captured [R149]; each stands on its own, so a call that drops keeps what was said.
 */
export const answerQuestion = act({
  name: 'handoffs/answer-question',
  by: navigatingStaff,
  given: Question,
  refusals: recordingWords,
  async do(unit, given) {
    const working = await workOnHandoff(unit, given.referralId)
    const { referral } = working
    if (given.answer === 'later') {
      await putOff(unit, working, given.scope)
      return done({ id: referral.id, consentIds: [] as string[] })
    }
    const { answer, scope, referralId: _referralId, ...how } = given
    const outcome = await recordAnswers(unit, referral, { ...how, answers: { [scope]: answer === 'yes' } })
    if ('because' in outcome) return refused(outcome.because)
    return done({ id: referral.id, consentIds: outcome.consentIds })
  },
})
