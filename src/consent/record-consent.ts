import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { GivenAnswers } from './answers-given.ts'
import { recordAnswers } from './record-answers.ts'
import { scansGiven } from './scans-given.ts'
import { holdAsking } from './store.ts'
import { recordingWords } from './words.ts'

/**
 * A family says what may be shared, with whom, and until when: on paper, in person, or during the call, so
 * that the same-day clock never pushes anybody to share first [R127] [R149]. A no is kept like a yes [R150].
 */
export const recordConsent = act({
  name: 'consent/record-consent',
  by: consentStaff,
  given: z.object({
    referralId: id,
    ...GivenAnswers,
    /** The paper itself, looked through already. */
    scans: scansGiven.default([]),
  }),
  refusals: recordingWords,
  fields: {
    interpreter_missing: 'interpreter',
    document_missing: 'documentReference',
    scan_not_paper: 'method',
  },
  async do(unit, { referralId, ...given }) {
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    unit.permit(mayRecordConsent(unit.actor, asking), {
      type: 'referral',
      id: asking.id,
      studentId: asking.studentId,
    })
    const outcome = await recordAnswers(unit, asking, given)
    return 'because' in outcome ? refused(outcome.because) : done(outcome)
  },
})
