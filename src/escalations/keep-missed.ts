import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { type Doer, inTransaction } from '#access/doer.ts'
import { calendarOf } from '#district/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { addMissed } from './breach-store.ts'
import { type Missed, missedOf, type OtherClock } from './missed.ts'
import { openOf, type When } from './missed-sources.ts'
import { modelThenOr } from './model-then.ts'
import { noticingWords } from './words.ts'

/** How the trail names a miss: by what it is a miss of, so that it is of the class of that. */
const traces: Record<OtherClock, string> = {
  triage: 'concern.standard_missed',
  weekly_review: 'referral.standard_missed',
  consent_ending: 'consent.standard_missed',
  crisis_acknowledgement: 'crisis.standard_missed',
  caregiver_told: 'crisis.standard_missed',
  incident_review: 'incident_review.standard_missed',
  return_plan: 'return_plan.standard_missed',
  directory_check: 'partner.standard_missed',
  progress_meeting: 'referral.standard_missed',
  agreement_renewal: 'partner.standard_missed',
}

/** Keeps what was due and was not done, each once: what, when, by which standard, and who was holding it. */
export const keepMissed = act({
  name: 'escalations/keep-missed',
  by: ['system'],
  given: z.object({ missed: z.custom<readonly Missed[]>() }),
  refusals: noticingWords,
  async do(unit, { missed }) {
    unit.permit(true)
    const kept = await addMissed(unit, missed)
    if (kept.length === 0) return refused(['known_already'])
    for (const { id, clock, studentId } of kept) {
      const subject = { type: 'standard_breach', id, ...(studentId !== null && { studentId }) }
      unit.record(traces[clock], subject, { clock })
    }
    return done({ kept: kept.length })
  },
})

/** How many are kept in one transaction. */
const most = 200

/** What is missed now of what is open. Crises and concerns by the standards in force when they began. */
async function listMissed(doer: Doer, when: When): Promise<Missed[]> {
  const now = doer.clock.now()
  return inTransaction(doer, async (tx) => {
    const [open, calendar, modelNow] = await Promise.all([
      openOf(tx, when, now),
      calendarOf(tx),
      modelInForce(tx, now),
    ])
    const missed: Missed[] = []
    for (const each of open) {
      const model = when === 'round' ? await modelThenOr(tx, each.startedAt, modelNow) : modelNow
      missed.push(...[missedOf(each, { calendar, model }, now)].filter((found) => found !== undefined))
    }
    return missed
  })
}

/**
 * Keeps every miss of a district that is not kept yet: of the clocks that are asked about in each round, or
 * of those that run in days.
 * @returns how many
 */
export async function keepAllMissed(doer: Doer, when: When): Promise<number> {
  const missed = await listMissed(doer, when)
  let kept = 0
  for (let from = 0; from < missed.length; from += most) {
    const outcome = await keepMissed.perform(doer, { missed: missed.slice(from, from + most) })
    if (outcome.done) kept += outcome.result.kept
  }
  return kept
}
