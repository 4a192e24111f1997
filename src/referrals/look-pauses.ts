import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choicesOf, labelOf, longestPause, modelInForce } from '#standards/contract.ts'
import { pausedSoFar, pauseOn } from './pause.ts'
import { pauseLeads, pausers } from './pause-referral.ts'
import { pausesOf } from './pause-store.ts'
import { findReferral } from './store.ts'

/** Whether the clocks of a referral stand, since when they did so before, and the form that pauses them. */
export const lookPauses = look({
  name: 'referrals/pauses',
  by: pausers,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'] },
  async see(view, { referralId }) {
    const { tx, actor, now } = view
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(coversSchool(actor, referral.schoolId))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const [calendar, model, pauses, names] = await Promise.all([
      calendarOf(tx),
      modelInForce(tx, now),
      pausesOf(tx, referral.id),
      studentNames(tx, [referral.studentId]),
    ])
    const today = dayOf(calendar, now)
    const { reasons, time_standards: times } = model
    return {
      referral,
      studentName: names.get(referral.studentId) ?? '',
      pauses: pauses.map((pause) => ({
        ...pause,
        why: labelOf(reasons.body, 'pause', { code: pause.reason }),
      })),
      standing: pauseOn(pauses, today)?.id,
      soFar: pausedSoFar(pauses, today),
      choices: choicesOf(reasons.body, 'pause').map(({ code, label }) => ({ code, says: label.en })),
      latest: addCalendarDays(today, longestPause(times.body, referral.highNeed) - 1),
      mayPause:
        referral.endedAt === null &&
        (!referral.highNeed || (pauseLeads as readonly Role[]).includes(actor.role)),
      today,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenPauses = Awaited<ReturnType<typeof lookPauses.see>>
