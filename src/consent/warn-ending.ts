import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { addCalendarDays, addCalendarDaysAt, calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { modelInForce } from '#standards/contract.ts'
import type { Consent } from './consent.ts'
import { inForce } from './gate.ts'
import { consentsForReferral, findReferralOf, holdAsking } from './store.ts'
import { warningWords } from './words.ts'
import { tell } from './warn-ending-store.ts'

/** How many days before its end the people of a consent hear of it, from the standard in force [R131]. */
export async function warningDays({ tx, now }: Pick<Unit, 'tx' | 'now'>): Promise<number> {
  const { limit } = (await modelInForce(tx, now)).time_standards.body.consent_ending
  return 'amount' in limit && limit.unit !== 'minutes' && limit.unit !== 'working_minutes' ? limit.amount : 0
}

/** The day from which a consent counts as ending soon. @param today YYYY-MM-DD */
export const warnFrom = async (at: Pick<Unit, 'tx' | 'now'>, today: string): Promise<string> =>
  addCalendarDays(today, await warningDays(at))

/** Asks, when a yes is recorded, for the warning that comes before it ends. */
export async function warnBefore(
  unit: Unit,
  consent: Pick<Consent, 'id' | 'endsOn'>,
  endsAt: Date,
): Promise<void> {
  const days = await warningDays(unit)
  const at = addCalendarDaysAt(await calendarOf(unit.tx), endsAt, -days)
  unit.enqueue({
    task: 'consent/warn-ending',
    payload: { consentId: consent.id },
    key: `consent/warn-ending/${consent.id}`,
    at,
  })
}

/**
 * A consent ends soon: the navigator hears of it while there is time to ask again [R131]. Answers that end
 * together are one piece of news, and a job that runs twice tells once.
 */
export const warnEnding = act({
  name: 'consent/warn-ending',
  by: ['system'],
  given: z.object({ consentId: id }),
  refusals: warningWords,
  async do(unit, { consentId }) {
    const referralId = (await findReferralOf(unit.tx, consentId)) ?? notFound()
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: asking.id, studentId: asking.studentId }
    unit.permit(true, subject)
    const consents = await consentsForReferral(unit.tx, referralId)
    const partnerId = asking.partnerId ?? ''
    const holding = inForce(consents, { partnerId, now: unit.now }).filter(
      ({ consent }) => consent.id === consentId,
    )
    if (asking.endedAt !== null || holding.length === 0) return refused(['nothing_ending'])
    const told = await unit.tx.run(tell, {
      district: unit.districtId,
      id: unit.id(),
      referral: referralId,
      at: unit.now,
    })
    if (told === 0) return refused(['told_already'])
    unit.record('consent.ending_soon', subject, { consentId, scopes: holding.map(({ scope }) => scope) })
    return done({ consentId })
  },
})
