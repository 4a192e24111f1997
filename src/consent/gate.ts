import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type Consent, type Item, type Scope, scopes } from './consent.ts'
import { standingOf } from './rules.ts'
import { consentsForReferral } from './store.ts'

/** Whether something may cross, and on which consent; otherwise why not. */
export type Crossing =
  | { readonly allowed: true; readonly consentId: string; readonly items: readonly Item[] }
  | {
      readonly allowed: false
      readonly because: 'not_asked' | 'declined' | 'withdrawn' | 'ended'
      readonly since: Date | null
    }

/** The referral a post belongs to: to whom it was sent. */
type Sent = { id: string; partnerId: string | null }

const crossingOf = (
  consents: readonly Consent[],
  asked: { referral: Sent; scope: Scope; now: Date },
): Crossing => {
  const { referral, scope, now } = asked
  if (referral.partnerId === null) return { allowed: false, because: 'not_asked', since: null }
  const standing = standingOf(consents, { scope, partnerId: referral.partnerId, now })
  if (standing.is === 'in_force')
    return { allowed: true, consentId: standing.consent.id, items: standing.items }
  return { allowed: false, because: standing.is, since: standing.is === 'not_asked' ? null : standing.since }
}

/**
 * The gate every post of an agency goes through: may it tell the school this, now [R071]? The consent it
 * answers is the one the disclosure row stores.
 */
export async function mayTellSchool(
  tx: Transaction,
  asked: { referral: Sent; scope: Scope; now: Date },
): Promise<Crossing> {
  return crossingOf(await consentsForReferral(tx, asked.referral.id), asked)
}

/** One question and the consent that says yes to it now. */
export type InForce = {
  readonly scope: Scope
  readonly consent: Consent
  readonly items: readonly Item[]
  readonly since: Date
}

/** Every yes that holds now towards one agency, in the order questions are asked. */
export const inForce = (consents: readonly Consent[], at: { partnerId: string; now: Date }): InForce[] =>
  scopes.flatMap((scope) => {
    const standing = standingOf(consents, { scope, ...at })
    return standing.is === 'in_force' ? [{ scope, ...standing }] : []
  })

type SentFacts = { partnerId: string | null; sentAt: Date | null; reachedAt: Date | null }
const sentFacts = statement(
  ($: { district: string; id: string }) => sql<SentFacts>`
    select f.partner_id as "partnerId", f.sent_at as "sentAt",
      (select max(a.happened_at) from contact_attempt a
        where a.district_id = f.district_id and a.referral_id = f.id and a.result = 'reached') as "reachedAt"
    from referral f where f.district_id = ${$.district} and f.id = ${$.id}`,
)

/**
 * Since when the agency of a sent referral may not tell the school how it goes, or null while it may [R071].
 * The family is asked instead; once it was reached the count begins again there. Asked in the act that
 * sends, whose row does not say so yet, it counts from now.
 */
export async function feedbackEndedAt(tx: Transaction, referralId: string, now: Date): Promise<Date | null> {
  const facts = await tx.one(sentFacts, { district: tx.scope.districtId, id: referralId })
  const crossing = await mayTellSchool(tx, {
    referral: { id: referralId, partnerId: facts.partnerId },
    scope: 'status_feedback',
    now,
  })
  if (crossing.allowed) return null
  const sentAt = facts.sentAt ?? now
  const moments = [crossing.since ?? sentAt, sentAt, facts.reachedAt].filter((at) => at !== null)
  return new Date(Math.max(...moments.map((at) => at.getTime())))
}
