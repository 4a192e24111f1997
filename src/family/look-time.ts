import { z } from 'zod'
import { look } from '#access/look.ts'
import { consentsForReferral, noteTaken, standingOf } from '#consent/contract.ts'
import { appointmentsOf } from '#handoffs/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { ownReferrals } from './look-plan.ts'
import { mayKeepTime } from './plan.ts'
import { contactRuleOf } from './plan-store.ts'
import { familyMembers } from './policy.ts'

/**
 * When a visit is, to be kept in somebody's calendar. Whether it may leave is asked at this moment: the yes
 * of the family, and what is safe for whoever takes it.
 */
export const lookTime = look({
  name: 'family/visit-time',
  by: familyMembers,
  given: z.object({ appointmentId: id }),
  asHouse: true,
  shows: { for: 'family', whole: ['visits'] },
  async see(view, { appointmentId }) {
    const { tx, actor, now } = view
    view.permit(true)
    const contactRule = await contactRuleOf(tx, actor.personId as string)
    for (const referral of await ownReferrals(view)) {
      const visit = (await appointmentsOf(tx, referral.id)).find((each) => each.id === appointmentId)
      if (visit === undefined || referral.partnerId === null) continue
      const asked = { scope: 'referral_disclosure', partnerId: referral.partnerId, now } as const
      const shared = standingOf(await consentsForReferral(tx, referral.id), asked).is === 'in_force'
      if (!mayKeepTime({ ...visit, shared, contactRule }, now)) return notFound()
      const { studentId } = referral
      view.saw({ type: 'referral', id: referral.id, studentId }, { kind: 'export' })
      noteTaken(view, { kind: 'export', studentId, referralId: referral.id, paper: 'family_plan' })
      return { id: visit.id, startsAt: visit.startsAt, minutes: visit.minutes, now }
    }
    return notFound()
  },
})
