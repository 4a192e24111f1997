import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdCareAgreement, saveAgreementEnded } from './agreement-store.ts'
import { agreementKeepers } from './policy.ts'
import { agreementWords } from './words.ts'

/** Ends an agreement now: no key under it opens anything from here on. */
export const endCareAgreement = act({
  name: 'carenotices/end-agreement',
  by: agreementKeepers,
  given: z.object({ careAgreementId: id }),
  refusals: agreementWords,
  async do(unit, { careAgreementId }) {
    const agreement = (await holdCareAgreement(unit, careAgreementId)) ?? notFound()
    const subject = { type: 'care_agreement', id: careAgreementId }
    unit.permit(true, subject)
    if (agreement.endedAt !== null) return refused(['ended_already'])
    saveAgreementEnded(unit, careAgreementId)
    unit.record('care_agreement.ended', subject)
    return done({ careAgreementId })
  },
})
