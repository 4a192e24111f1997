import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { lookAgain, tellGate } from './move-gate.ts'
import { obstaclesToSigning } from './rules.ts'
import { holdAgreement, insertSignOff } from './store.ts'
import { signingObstacleWords } from './words.ts'

/**
 * The legal office clears one use of data under one agreement: who, when, which use, and until when [R139].
 */
export const recordSignOff = act({
  name: 'partnership/record-sign-off',
  by: ['district_head', 'privacy_officer'],
  given: z.object({
    agreementId: id,
    scope: text(200, 'Say which use of data is cleared'),
    signedBy: text(120, 'Say who signed'),
    signedOn: day,
    endsOn: day,
  }),
  refusals: signingObstacleWords,
  fields: { ends_before_it_starts: 'endsOn' },
  async do(unit, given) {
    const agreement = (await holdAgreement(unit, given.agreementId)) ?? notFound()
    const subject = { type: 'partner', id: agreement.partnerId }
    unit.permit(true, subject)
    const obstacles = obstaclesToSigning(agreement, given)
    if (obstacles.length > 0) return refused(obstacles)

    const { partnerId } = agreement
    const signOffId = insertSignOff(unit, { ...given, partnerId })
    unit.record('sign_off.recorded', subject, {
      sign_off_id: signOffId,
      agreement_id: agreement.id,
      ends_on: given.endsOn,
    })
    await tellGate(unit, partnerId)
    await lookAgain(unit, { id: signOffId, partnerId, startsOn: given.signedOn, endsOn: given.endsOn })
    return done({ partnerId, signOffId })
  },
})
