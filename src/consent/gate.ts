import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { type Consent, type Item, type Scope, scopes } from './consent.ts'
import { type Standing, standingOf } from './rules.ts'
import { consentsForReferral, consentsForReferrals } from './store.ts'
import { grantorsMay } from './gate-store.ts'

/** Whether something may cross, and on which consent; otherwise why not. */
export type Crossing =
  | { readonly allowed: true; readonly consentId: string; readonly items: readonly Item[] }
  | {
      readonly allowed: false
      readonly because: Exclude<Standing['is'], 'in_force'> | 'grantor_may_not'
      readonly since: Date | null
    }

/** The referral a post belongs to: to whom it was sent. */
type Sent = { id: string; partnerId: string | null }

/** Whether one question was answered so that something may cross now. */
export const crossingOf = (
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

const consentOf = (crossing: Crossing): string[] => (crossing.allowed ? [crossing.consentId] : [])

/** Of these consents, those whose grantor may still give them at this moment. */
export async function stillSaid(tx: Transaction, consents: readonly string[]): Promise<ReadonlySet<string>> {
  if (consents.length === 0) return new Set()
  return new Set((await tx.all(grantorsMay, { consents })).map(({ id }) => id))
}

/**
 * Whether one question lets something cross now, whichever way: the family's yes holds, and whoever said it
 * may still say it at this moment. The consent it answers is the one the disclosure row stores.
 */
export async function crossingNow(
  tx: Transaction,
  asked: { referral: Sent; scope: Scope; now: Date },
): Promise<Crossing> {
  const crossing = crossingOf(await consentsForReferral(tx, asked.referral.id), asked)
  if (!crossing.allowed) return crossing
  const said = await stillSaid(tx, [crossing.consentId])
  return said.has(crossing.consentId) ? crossing : { allowed: false, because: 'grantor_may_not', since: null }
}

/** The gate every post of an agency goes through: may it tell the school this, now [R071]? */
export const mayTellSchool = (
  tx: Transaction,
  asked: { referral: Sent; scope: Scope; now: Date },
): Promise<Crossing> => crossingNow(tx, asked)

/**
 * Of these sent referrals, by id, the consent on which their agency may be coordinated with now: the family's
 * yes to care coordination [R160], of somebody who may still say it. Those without one are not in the answer.
 */
export async function consentsToCoordinate(
  tx: Transaction,
  referrals: readonly Sent[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const ids = referrals.map(({ id }) => id)
  const consents = await consentsForReferrals(tx, ids)
  const agreed = referrals.flatMap((referral): [string, string][] => {
    const asked = { referral, scope: 'care_coordination', now } as const
    const crossing = crossingOf(consents.get(referral.id) ?? [], asked)
    return crossing.allowed ? [[referral.id, crossing.consentId]] : []
  })
  const said = await stillSaid(
    tx,
    agreed.map(([, consentId]) => consentId),
  )
  return new Map(agreed.filter(([, consentId]) => said.has(consentId)))
}

/**
 * Of these sent referrals, by id, the consent on which their agency may be told now what coordinating it came
 * to: the yes to coordinate with it, and an agreement with it that is in force [R139] [R160].
 */
export async function mayTellCoordinated(
  tx: Transaction,
  referrals: readonly Sent[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const today = dayOf(await calendarOf(tx), now)
  const partners = [...new Set(referrals.flatMap(({ partnerId }) => partnerId ?? []))]
  const [consents, gates] = await Promise.all([
    consentsToCoordinate(tx, referrals, now),
    Promise.all(partners.map((partnerId) => gateOf(tx, partnerId, today))),
  ])
  const open = new Set(partners.filter((_, at) => gates[at]?.obstacles.length === 0))
  const told = referrals.filter(({ partnerId }) => partnerId !== null && open.has(partnerId))
  return new Map(
    told.flatMap(({ id }): [string, string][] => {
      const consentId = consents.get(id)
      return consentId === undefined ? [] : [[id, consentId]]
    }),
  )
}

/**
 * Of these sent referrals, by id, the items of the packet that the agency may still read: those on which the
 * family's yes holds, of somebody who may still say it; nothing without a yes to sending it. Taken back,
 * ended or doubted, they are off the pages of the agency at the next request [R130] [R131].
 */
export async function readableItems(
  tx: Transaction,
  referrals: readonly Sent[],
  now: Date,
): Promise<ReadonlyMap<string, ReadonlySet<Item>>> {
  const ids = referrals.map(({ id }) => id)
  const consents = await consentsForReferrals(tx, ids)
  const crossings = referrals.map((referral) => {
    const of = (scope: Scope) => crossingOf(consents.get(referral.id) ?? [], { referral, scope, now })
    return { id: referral.id, sending: of('referral_disclosure'), beside: of('academic_observations') }
  })
  const said = await stillSaid(
    tx,
    crossings.flatMap(({ sending, beside }) => [sending, beside].flatMap(consentOf)),
  )
  const items = (crossing: Crossing) =>
    crossing.allowed && said.has(crossing.consentId) ? crossing.items : []
  return new Map(
    crossings.map(({ id, sending, beside }) => {
      const sent = items(sending)
      return [id, new Set(sent.length === 0 ? [] : [...sent, ...items(beside)])]
    }),
  )
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

/**
 * Since when the agency of a sent referral may not tell the school how it goes, or null while it may [R071].
 * The family is asked instead; once it was reached the count begins again there.
 * @param consents every answer the family gave for this referral
 * @param about.reachedAt when the family was reached last
 */
export function feedbackEndedAt(
  consents: readonly Consent[],
  {
    referral,
    reachedAt,
    now,
  }: { referral: Sent & { sentAt: Date | null }; reachedAt: Date | null; now: Date },
): Date | null {
  const crossing = crossingOf(consents, { referral, scope: 'status_feedback', now })
  if (crossing.allowed) return null
  const sentAt = referral.sentAt ?? now
  const moments = [crossing.since ?? sentAt, sentAt, reachedAt].filter((at) => at !== null)
  return new Date(Math.max(...moments.map((at) => at.getTime())))
}
