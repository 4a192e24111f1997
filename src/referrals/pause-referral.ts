import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choicesOf, longestPause, modelInForce } from '#standards/contract.ts'
import { settleReferral } from './move-referral.ts'
import { navigatingStaff } from './navigate.ts'
import { obstaclesToPausing, pauseOn } from './pause.ts'
import { insertPause, pausesOf } from './pause-store.ts'
import { pausingWords } from './pause-words.ts'
import type { Referral } from './referral.ts'
import { holdReferral } from './store.ts'

/** Who pauses the clocks of a high-need student: who answers for loops that stall, and nobody else. */
export const pauseLeads = ['designated_lead', 'student_support_head'] as const satisfies readonly Role[]
/** Who pauses those of anybody else: whoever walks the family there, too. */
export const pausers = [...navigatingStaff, ...pauseLeads] as const satisfies readonly Role[]

type Wanted = { reason: string; throughOn: string }

async function obstaclesHere(unit: Unit, referral: Referral, { reason, throughOn }: Wanted) {
  const { tx, now, actor } = unit
  const [calendar, model] = await Promise.all([calendarOf(tx), modelInForce(tx, now)])
  const today = dayOf(calendar, now)
  const days = longestPause(model.time_standards.body, referral.highNeed)
  return {
    today,
    because: obstaclesToPausing({
      state: referral.state,
      highNeed: referral.highNeed,
      paused: pauseOn(await pausesOf(tx, referral.id), today) !== undefined,
      today,
      throughOn,
      latest: addCalendarDays(today, days - 1),
      reasonKnown: choicesOf(model.reasons.body, 'pause').some(({ code }) => code === reason),
      leads: (pauseLeads as readonly Role[]).includes(actor.role),
    }),
  }
}

/**
 * The clocks of a referral stand from today until a day, with a reason. What was missed before stays as it
 * was kept, and no pause outlives its last day.
 */
export const pauseReferral = act({
  name: 'referrals/pause-referral',
  by: pausers,
  given: z.object({
    referralId: id,
    reason: z.string({ error: 'Choose why' }).min(1, 'Choose why').max(60),
    throughOn: day,
  }),
  refusals: pausingWords,
  fields: {
    reason_unknown: 'reason',
    day_past: 'throughOn',
    too_long: 'throughOn',
  },
  async do(unit, { referralId, reason, throughOn }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(coversSchool(unit.actor, referral.schoolId), subject)
    const { today, because } = await obstaclesHere(unit, referral, { reason, throughOn })
    if (because.length > 0) return refused(because)

    await insertPause(unit, referral, { reason, fromOn: today, throughOn })
    await settleReferral(unit, { ...referral, pausedThrough: throughOn })
    unit.record('referral.paused', subject, { reason, from: today, through: throughOn })
    return done({ id: referral.id })
  },
})
