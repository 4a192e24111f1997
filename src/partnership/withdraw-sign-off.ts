import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { tellGate } from './move-gate.ts'
import { holdSignOff, withdraw } from './store.ts'
import { withdrawalWords } from './words.ts'

/** The legal office takes its clearance back: from this moment nothing is sent to the agency [R139]. */
export const withdrawSignOff = act({
  name: 'partnership/withdraw-sign-off',
  by: ['district_head', 'privacy_officer'],
  given: z.object({ signOffId: id }),
  refusals: withdrawalWords,
  async do(unit, { signOffId }) {
    const signOff = (await holdSignOff(unit, signOffId)) ?? notFound()
    const subject = { type: 'partner', id: signOff.partnerId }
    unit.permit(true, subject)
    if (signOff.withdrawnAt !== null) return refused(['already_withdrawn'])

    withdraw(unit, signOff.id)
    unit.record('sign_off.withdrawn', subject, { sign_off_id: signOff.id, agreement_id: signOff.agreementId })
    await tellGate(unit, signOff.partnerId)
    return done({ partnerId: signOff.partnerId, signOffId: signOff.id })
  },
})
