import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { settleReferral } from './move-referral.ts'
import { pauseOn } from './pause.ts'
import { pausers } from './pause-referral.ts'
import { endPauseRow, pausesOf } from './pause-store.ts'
import { endingPauseWords } from './pause-words.ts'
import type { Referral } from './referral.ts'
import { holdReferral } from './store.ts'

/** Ends the pause that holds the clocks of a held referral today. @returns whether there was one */
export async function endStanding(unit: Unit, { id, studentId }: Referral): Promise<boolean> {
  const today = dayOf(await calendarOf(unit.tx), unit.now)
  const pause = pauseOn(await pausesOf(unit.tx, id), today)
  if (pause === undefined) return false
  await endPauseRow(unit, { id: pause.id, on: today })
  const detail = { from: pause.fromOn, planned: pause.throughOn, on: today }
  unit.record('referral.pause_ended', { type: 'referral', id, studentId }, detail)
  return true
}

/** The clocks of a referral run again from today on. Whoever may care for it may do so: it hides nothing. */
export const endPause = act({
  name: 'referrals/end-pause',
  by: pausers,
  given: z.object({ referralId: id }),
  refusals: endingPauseWords,
  async do(unit, { referralId }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(coversSchool(unit.actor, referral.schoolId), subject)
    if (!(await endStanding(unit, referral))) return refused(['not_paused'])
    await settleReferral(unit, referral)
    return done({ id: referral.id })
  },
})
