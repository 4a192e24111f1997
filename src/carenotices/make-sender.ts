import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { hashOf } from '#access/sign-in/secrets.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { standingOf } from './agreement.ts'
import { holdCareAgreement, insertCareSender } from './agreement-store.ts'
import { agreementKeepers } from './policy.ts'
import { newCode } from './sent.ts'
import { senderWords } from './words.ts'

/**
 * Gives a desk of an agency its own address and key. The key was made by whoever asks and is on their screen:
 * here only a mark of it is kept, and nothing that is answered holds it.
 */
export const makeCareSender = act({
  name: 'carenotices/make-sender',
  by: agreementKeepers,
  given: z.object({
    careAgreementId: id,
    label: text(80, 'Say which desk it is for'),
    key: z.string().regex(/^[\w-]{43}$/, 'Use the key the page offers'),
  }),
  refusals: senderWords,
  async do(unit, { careAgreementId, label, key }) {
    const agreement = (await holdCareAgreement(unit, careAgreementId)) ?? notFound()
    unit.permit(true, { type: 'care_agreement', id: careAgreementId })
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    if (standingOf(agreement, today) !== 'in_force') return refused(['not_in_force'])
    const given = { agreementId: careAgreementId, label, code: newCode(), keyHash: hashOf(key) }
    const careSenderId = insertCareSender(unit, given)
    const subject = { type: 'care_sender', id: careSenderId }
    unit.record('care_sender.made', subject, { agreement: careAgreementId })
    return done({ careSenderId })
  },
})
