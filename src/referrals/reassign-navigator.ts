import { z } from 'zod'
import { addNotice } from '#access/notice-store.ts'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import type { Unit } from '#access/unit.ts'
import { schoolLeads } from '#access/roles.ts'
import { showPeople } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { settleReferral } from './move-referral.ts'
import { listNavigators } from './reassign-navigator-store.ts'
import type { Referral } from './referral.ts'
import { navigatorChanged } from './referral-happenings.ts'
import { passClosing } from './responsibility-store.ts'
import { holdReferral } from './store.ts'
import { reassigningWords } from './words-navigator.ts'

/** Who may give a referral to somebody else: its navigator, or whoever leads student support. */
export const reassigningStaff = ['navigator', 'care_coordinator', 'designated_lead', ...schoolLeads] as const

/** Who may close is a named person: with a new owner that name is a new one [R154]. */
async function passRight(unit: Unit, { id: referralId, studentId, navigatorId: from }: Referral, to: string) {
  if (await passClosing(unit, { referralId, from, to })) {
    unit.record('responsibility.closer_named', { type: 'student', id: studentId, studentId }, { referralId })
  }
}

/**
 * Gives an open referral, which is held, to another navigator who may own it. The caller asked permission;
 * the trace is left here, and both the new owner and the handoff hear of it.
 */
export async function passReferral(unit: Unit, referral: Referral, navigatorId: string): Promise<void> {
  const { id, studentId, partnerId, sentAt } = referral
  await settleReferral(unit, { ...referral, navigatorId })
  await passRight(unit, referral, navigatorId)
  if (partnerId !== null && sentAt !== null) await showPeople(unit, { partnerId, personIds: [navigatorId] })
  addNotice(unit, { personId: navigatorId, kind: 'referral_given', subject: { type: 'referral', id } })
  const detail = { from: referral.navigatorId, to: navigatorId }
  unit.record('referral.reassigned', { type: 'referral', id, studentId }, detail)
  await unit.tell(navigatorChanged, { referralId: id, navigatorId })
}

/** The referral gets another owner, so that it never waits on somebody who is away [R043]. */
export const reassignNavigator = act({
  name: 'referrals/reassign-navigator',
  by: reassigningStaff,
  given: z.object({ referralId: id, navigatorId: id }),
  refusals: reassigningWords,
  async do(unit, { referralId, navigatorId }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(coversSchool(unit.actor, referral.schoolId), subject)
    const { schoolId, studentId } = referral
    const able = await listNavigators(unit.tx, { schoolId, about: [studentId], now: unit.now })
    const because = [
      ...(referral.endedAt === null ? [] : (['ended'] as const)),
      ...(able.some((each) => each.id === navigatorId) ? [] : (['not_a_navigator'] as const)),
      ...(navigatorId === referral.navigatorId ? (['same_navigator'] as const) : []),
    ]
    if (because.length > 0) return refused(because)

    await passReferral(unit, referral, navigatorId)
    return done({ id: referral.id })
  },
})
