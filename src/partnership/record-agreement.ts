import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findPartner } from '#directory/contract.ts'
import { choice, choices, day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { partnerItems, schoolItems } from './agreement.ts'
import { lookAgain, tellGate } from './move-gate.ts'
import { obstaclesToRecording } from './rules.ts'
import { insertAgreement } from './store.ts'
import { agreementObstacleWords } from './words.ts'

/**
 * Puts an agreement on file. Both open questions of a partnership are answered in it, item by item, or it is
 * refused [R152]; the answers are what consent and packets are cut to.
 */
export const recordAgreement = act({
  name: 'partnership/record-agreement',
  by: ['district_head'],
  given: z.object({
    partnerId: id,
    title: text(200),
    startsOn: day,
    endsOn: day,
    schoolToPartner: choices(choice(schoolItems)),
    partnerToSchool: choices(choice(partnerItems)),
  }),
  refusals: agreementObstacleWords,
  fields: { ends_before_it_starts: 'endsOn' },
  async do(unit, given) {
    const partner = (await findPartner(unit.tx, given.partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(true, subject)
    const obstacles = obstaclesToRecording({ ...given, partnerEndedAt: partner.endedAt })
    if (obstacles.length > 0) return refused(obstacles)

    const agreementId = insertAgreement(unit, given)
    unit.record('agreement.recorded', subject, {
      agreement_id: agreementId,
      starts_on: given.startsOn,
      ends_on: given.endsOn,
      school_to_partner: given.schoolToPartner,
      partner_to_school: given.partnerToSchool,
    })
    await tellGate(unit, partner.id)
    await lookAgain(unit, { ...given, id: agreementId })
    return done({ partnerId: partner.id, agreementId })
  },
})
