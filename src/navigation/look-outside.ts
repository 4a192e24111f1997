import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate } from '#referrals/contract.ts'
import { callsOf, outsideOf } from './outside-store.ts'
import { helpReaders } from './policy.ts'

/** The providers outside the directory a family turned to on one referral, and what was learned by phone. */
export const lookOutside = look({
  name: 'navigation/outside',
  by: helpReaders,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['identity', 'handoffs'] },
  async see(view, { referralId }) {
    const { tx, actor, now } = view
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(reaches(actor, referral))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const [students, calendar] = await Promise.all([studentNames(tx, [referral.studentId]), calendarOf(tx)])
    const named = await outsideOf(tx, referral.id)
    const calls = await Promise.all(named.map((each) => callsOf(tx, each.id)))
    return {
      referral: { id: referral.id, number: referral.number, ended: referral.endedAt !== null },
      studentName: students.get(referral.studentId) ?? '',
      providers: named.map((each, at) => ({ ...each, calls: calls[at] ?? [] })),
      mayWork: mayNavigate(actor, referral),
      today: dayOf(calendar, now),
      calendar,
      now,
    }
  },
})
export type SeenOutside = Awaited<ReturnType<typeof lookOutside.see>>
