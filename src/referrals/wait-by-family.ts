import type { Unit } from '#access/unit.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { longestPause, modelInForce } from '#standards/contract.ts'
import { endStanding } from './end-pause.ts'
import { settleReferral } from './move-referral.ts'
import { type ObstacleToPausing, obstaclesToPausing, pauseOn } from './pause.ts'
import { insertPause, pausesOf } from './pause-store.ts'
import type { Referral } from './referral.ts'

/** The reason of the list under which a family’s own wish to wait is kept. */
const asked = 'family_asked'

/**
 * A family asks to wait for some days. The clocks stand, as they do where staff pauses them, and until the
 * last of these days nobody is asked to call the family [R354]. Where the need is high the lead decides.
 * The caller asked permission.
 * @param days how many, from today on
 * @returns every obstacle, or the last day
 */
export async function waitBy(
  unit: Unit,
  referral: Referral,
  days: number,
): Promise<{ obstacles: ObstacleToPausing[]; throughOn: string }> {
  const { tx, now } = unit
  const [calendar, model] = await Promise.all([calendarOf(tx), modelInForce(tx, now)])
  const today = dayOf(calendar, now)
  const longest = longestPause(model.time_standards.body, referral.highNeed)
  const throughOn = addCalendarDays(today, Math.min(days, longest) - 1)
  const obstacles = obstaclesToPausing({
    state: referral.state,
    highNeed: referral.highNeed,
    paused: pauseOn(await pausesOf(tx, referral.id), today) !== undefined,
    today,
    throughOn,
    latest: addCalendarDays(today, longest - 1),
    reasonKnown: true,
    leads: false,
  })
  if (obstacles.length > 0) return { obstacles, throughOn }
  await insertPause(unit, referral, { reason: asked, fromOn: today, throughOn })
  await settleReferral(unit, { ...referral, pausedThrough: throughOn })
  const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
  unit.record('referral.paused', subject, { reason: asked, from: today, through: throughOn, by: 'family' })
  return { obstacles, throughOn }
}

/** Until when a family asked to wait, on a day; undefined where it did not, or the days are over. */
export async function waitsUntil(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { id, pausedThrough }: Pick<Referral, 'id' | 'pausedThrough'>,
): Promise<string | undefined> {
  if (pausedThrough === null) return undefined
  const today = dayOf(await calendarOf(tx), now)
  const pause = pauseOn(await pausesOf(tx, id), today)
  return pause?.reason === asked ? pause.throughOn : undefined
}

/** A family that asked to wait wants to go on sooner. @returns whether it was waiting */
export async function goOnBy(unit: Unit, referral: Referral): Promise<boolean> {
  if ((await waitsUntil(unit, referral)) === undefined) return false
  await endStanding(unit, referral)
  await settleReferral(unit, referral)
  return true
}
