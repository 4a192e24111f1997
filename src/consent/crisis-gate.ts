import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { itemsAllowed } from './agreed-items.ts'
import type { Item } from './consent.ts'
import { type Crossing, crossingOf, stillSaid } from './gate.ts'
import { consentsForReferral } from './store.ts'

/** What an agency has to hear for being told in a crisis to mean anything. */
const needed: readonly Item[] = ['identity', 'urgency']
/** What it hears beside that, where the family agreed to it too. */
const beside: readonly Item[] = ['school_contact']

/**
 * Whether the agency that treats a student may be told in a crisis, on the family's yes to what it is sent:
 * who it is about, and that it is urgent [R112]. The yes holds, whoever said it may still say it, and the
 * agreement with the agency lets these items cross [R139] [R152].
 */
export async function mayTellOfCrisis(
  tx: Transaction,
  referral: { id: string; partnerId: string },
  now: Date,
): Promise<Crossing> {
  const none = { allowed: false, because: 'not_asked', since: null } as const
  const consents = await consentsForReferral(tx, referral.id)
  const crossing = crossingOf(consents, { referral, scope: 'referral_disclosure', now })
  if (!crossing.allowed) return crossing
  const { agreement, obstacles } = await gateOf(tx, referral.partnerId, dayOf(await calendarOf(tx), now))
  if (agreement === undefined || obstacles.length > 0) return none
  const yes = [{ scope: 'referral_disclosure', answer: true, items: crossing.items }] as const
  const agreed = new Set(itemsAllowed(agreement, yes))
  if (!needed.every((item) => agreed.has(item))) return none
  if (!(await stillSaid(tx, [crossing.consentId])).has(crossing.consentId))
    return { allowed: false, because: 'grantor_may_not', since: null }
  return { ...crossing, items: [...needed, ...beside].filter((item) => agreed.has(item)) }
}
