import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { daysPaused, findReferral, mayNavigate, pauseOn, pausesOf } from '#referrals/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { breachesOf } from './breach-store.ts'
import { escalationReaders } from './policy.ts'
import { clocksOf } from './stall.ts'
import { openEscalationsOf } from './store.ts'
import { findWatched } from './watch-store.ts'

/** Which clocks run on a referral, why each is due when it is, and what was missed under which standard. */
export const lookClocks = look({
  name: 'escalations/clocks',
  by: careTeam,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'] },
  async see(view, { referralId }) {
    const { tx, actor, now } = view
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(coversSchool(actor, referral.schoolId))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const [calendar, model, facts, pauses, names, open] = await Promise.all([
      calendarOf(tx),
      modelInForce(tx, now),
      findWatched(tx, referral.id),
      pausesOf(tx, referral.id),
      studentNames(tx, [referral.studentId]),
      openEscalationsOf(tx, referral.studentId),
    ])
    const today = dayOf(calendar, now)
    const standing = pauseOn(pauses, today)
    return {
      referral: { id: referral.id, number: referral.number, hasEnded: referral.endedAt !== null },
      studentName: names.get(referral.studentId) ?? '',
      clocks: facts === undefined ? [] : clocksOf(facts, { calendar, model }),
      pausedThrough: standing === undefined ? undefined : daysPaused(standing).throughOn,
      missed: await breachesOf(tx, referral.id),
      // Whoever may not open it is not led there.
      escalationId: (escalationReaders as readonly Role[]).includes(actor.role)
        ? open.find((each) => each.referralId === referral.id)?.id
        : undefined,
      mayPause: mayNavigate(actor, referral) || actor.role === 'designated_lead',
      calendar,
      timeZone: calendar.timeZone,
      today,
      now,
    }
  },
})
export type SeenClocks = Awaited<ReturnType<typeof lookClocks.see>>
