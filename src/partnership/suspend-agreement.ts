import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { tellGate } from './move-gate.ts'
import { holdAgreement, suspend } from './store.ts'
import { suspensionWords } from './words.ts'

/** From this moment nothing is sent to the agency; what was sent stays where it is [R139]. */
export const suspendAgreement = act({
  name: 'partnership/suspend-agreement',
  by: ['district_head'],
  given: z.object({ agreementId: id }),
  refusals: suspensionWords,
  async do(unit, { agreementId }) {
    const agreement = (await holdAgreement(unit, agreementId)) ?? notFound()
    const subject = { type: 'partner', id: agreement.partnerId }
    unit.permit(true, subject)
    if (agreement.suspendedAt !== null) return refused(['already_suspended'])

    suspend(unit, agreement.id)
    unit.record('agreement.suspended', subject, { agreement_id: agreement.id })
    await tellGate(unit, agreement.partnerId)
    return done({ partnerId: agreement.partnerId, agreementId: agreement.id })
  },
})
