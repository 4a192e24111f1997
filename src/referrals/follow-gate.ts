import { addNotice } from '#access/notice-store.ts'
import type { Unit } from '#access/unit.ts'
import type { GateMoved } from '#partnership/contract.ts'
import { subjectOf } from './answering.ts'
import { holdUnanswered, navigatorsToTell } from './gate-store.ts'
import { settleReferral } from './move-referral.ts'
import { findReferral } from './store.ts'

/**
 * Follows partnership/gate-closed and gate-opened: what is owed on every referral the agency has not answered
 * is worked out anew. Care that has begun goes on: nobody loses a clinician over a signature.
 */
export async function followGate(unit: Unit, { partnerId }: GateMoved): Promise<void> {
  for (const { id } of await holdUnanswered(unit, partnerId)) {
    const before = await findReferral(unit.tx, unit.actor, id)
    if (before === undefined) throw new Error('A referral was held and is not there')
    const after = await settleReferral(unit, before)
    unit.record('referral.gate_followed', subjectOf(before), { partnerId, nextStep: after.nextStep })
  }
}

/**
 * Follows partnership/gate-closed: whoever owns an open referral to the agency hears of it, once however many
 * there are.
 */
export async function tellNavigators(unit: Unit, { partnerId }: GateMoved): Promise<void> {
  const people = await navigatorsToTell(unit, partnerId)
  const subject = { type: 'partner', id: partnerId }
  for (const { personId } of people) addNotice(unit, { personId, kind: 'gate_closed', subject })
  if (people.length > 0) {
    const told = people.map(({ personId }) => personId)
    unit.record('partner.gate_told', subject, { told })
  }
}
