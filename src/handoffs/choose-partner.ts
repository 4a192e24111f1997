import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findPartner, modalities, obstaclesToChoosing } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { navigatingStaff, noteReferral } from '#referrals/contract.ts'
import { choosingPartnerWords } from './words.ts'
import { services } from './handoff.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Wish = z.object({
  referralId: id,
  partnerId: id,
  service: choice(services).default('assessment'),
  modality: choice(modalities).default('in_person'),
})

/**
 * The family and the navigator choose an agency. One that cannot take a referral now says why [R037]. What
 * the family allowed another agency does not count for this one.
 */
export const choosePartner = act({
  name: 'handoffs/choose-partner',
  by: navigatingStaff,
  given: Wish,
  refusals: choosingPartnerWords,
  async do(unit, { referralId, partnerId, service, modality }) {
    const { referral } = await workOnHandoff(unit, referralId)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const [found, gate] = await Promise.all([
      findPartner(unit.tx, partnerId),
      gateOf(unit.tx, partnerId, today),
    ])
    const partner = found ?? notFound()
    const because = [
      ...(referral.state === 'handoff_open' ? [] : (['sent_already'] as const)),
      ...obstaclesToChoosing(partner, unit.now),
      ...gate.obstacles,
    ]
    if (because.length > 0) return refused(because)

    await noteReferral(unit, referral, { partnerId, serviceSought: service, modality })
    unit.record('referral.partner_chosen', subjectOf(referral), { partnerId, service, modality })
    return done({ id: referral.id })
  },
})
