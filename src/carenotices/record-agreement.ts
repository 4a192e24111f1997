import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { day, text } from '#platform/given.ts'
import { insertCareAgreement } from './agreement-store.ts'
import { agreementKeepers } from './policy.ts'
import { agreementWords } from './words.ts'

/** Puts on file how a law-enforcement agency sends notices: without an agreement nobody does [R348]. */
export const recordCareAgreement = act({
  name: 'carenotices/record-agreement',
  by: agreementKeepers,
  given: z.object({
    agency: text(120, 'Give the name of the agency'),
    reference: text(200, 'Say which document was signed, and where it lies'),
    startsOn: day,
    endsOn: day,
  }),
  refusals: agreementWords,
  fields: { days_out_of_order: 'endsOn' },
  async do(unit, given) {
    unit.permit(true)
    if (given.endsOn < given.startsOn) return refused(['days_out_of_order'])
    const careAgreementId = insertCareAgreement(unit, given)
    const subject = { type: 'care_agreement', id: careAgreementId }
    unit.record('care_agreement.recorded', subject, { starts_on: given.startsOn, ends_on: given.endsOn })
    return done({ careAgreementId })
  },
})
