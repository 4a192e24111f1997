import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, type Referral } from '#referrals/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { addBreach } from './breach-store.ts'
import { type Kept, keptOf, missedAt } from './kept-clocks.ts'
import { modelThenOr } from './model-then.ts'
import { openEscalation } from './open-escalation.ts'
import { clocksOf, runningAgain, standsAgain, stallsAt } from './stall.ts'
import { findWatched } from './watch-store.ts'
import { noticingWords } from './words.ts'

/**
 * Keeps standards that were missed and stall nothing by themselves, and tells whoever owns the referral.
 * @returns how many were not known yet
 */
async function keepMissed(unit: Unit, referral: Referral, missed: readonly Kept[]): Promise<number> {
  let kept = 0
  for (const each of missed) {
    const breach = await addBreach(unit, referral, { stall: each, version: each.version })
    if (breach === undefined) continue
    kept += 1
    const subject = { type: 'standard_breach', id: breach, studentId: referral.studentId }
    unit.record('standard.missed', subject, { clock: each.clock, referral: referral.id })
    const about = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.record('referral.standard_missed', about, { clock: each.clock })
    insertNotice(unit, { personId: referral.navigatorId, kind: `missed.${each.clock}`, subject: about })
  }
  return kept
}

/**
 * A clock of an open referral has run out. The house keeps what was due and who was holding it, and opens an
 * escalation by itself: nobody has to notice [R087] [R088]. Doing it twice tells once.
 */
export const noticeStall = act({
  name: 'escalations/notice-stall',
  by: ['system'],
  given: z.object({ referralId: id }),
  refusals: noticingWords,
  async do(unit, { referralId }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    unit.permit(true, { type: 'referral', id: referral.id, studentId: referral.studentId })
    const facts = await findWatched(unit.tx, referral.id)
    if (facts === undefined) return refused(['has_ended'])
    const [calendar, model] = await Promise.all([calendarOf(unit.tx), modelInForce(unit.tx, unit.now)])
    const stalls = stallsAt(clocksOf(facts, { calendar, model }), unit.now)
    let opened: string | undefined
    let kept = 0
    for (const stall of stalls) {
      const breach = await addBreach(unit, referral, { stall, version: model.time_standards.version })
      if (breach === undefined) continue
      kept += 1
      const subject = { type: 'standard_breach', id: breach, studentId: referral.studentId }
      unit.record('standard.missed', subject, { clock: stall.clock, referral: referral.id })
      opened ??= await openEscalation(unit, referral, { cause: stall.clock, wasDueAt: stall.dueAt, by: null })
    }
    const [again] = [
      ...standsAgain(stalls, facts, dayOf(calendar, unit.now)),
      ...stallsAt(runningAgain(facts, { calendar, model }), unit.now),
    ]
    if (opened === undefined && again !== undefined)
      opened = await openEscalation(unit, referral, { cause: again.clock, wasDueAt: again.dueAt, by: null })
    const modelThen = await modelThenOr(unit.tx, facts.referredAt, model)
    kept += await keepMissed(
      unit,
      referral,
      missedAt(keptOf(facts, { calendar, model, modelThen }), unit.now),
    )
    return kept === 0 && opened === undefined
      ? refused(['known_already'])
      : done({ kept, escalationId: opened ?? null })
  },
})
