import type { ReferralState } from './lifecycle.ts'

/** The three things that are all confirmed before a loop counts as closed, in their order [R073]. */
export const confirmations = ['received_and_accepted', 'first_visit_held', 'school_knows_enough'] as const
export type Confirmation = (typeof confirmations)[number]

/** The dated facts a loop is judged by. */
export type LoopFacts = {
  readonly state: ReferralState
  readonly receivedAt: Date | null
  readonly acceptedAt: Date | null
  /**
   * An assessment or a treatment visit that was held; the intake paperwork does not count [requirements
   * C7].
   */
  readonly firstSeenAt: Date | null
  /** When the school last said that it knows enough; null when it never did, or said no since. */
  readonly feedbackAt: Date | null
  /** The referral this one was redirected to, as far as it has come. */
  readonly successor: Omit<LoopFacts, 'state' | 'successor'> | null
}

export type Confirmed = { readonly name: Confirmation; readonly at: Date | null }
export type Loop = {
  /** In their order; `at` is null while it is owed. */
  readonly confirmed: readonly [Confirmed, Confirmed, Confirmed]
  readonly owed: readonly Confirmation[]
  /** All three are there. */
  readonly complete: boolean
}

/**
 * Where a loop stands: received and accepted, or redirected to an agency that accepted; a first meaningful
 * visit held; enough feedback for the school to go on with [R073]. Computed; nobody can tick it off.
 */
export function loopOf(facts: LoopFacts): Loop {
  const own = facts.receivedAt !== null ? facts.acceptedAt : null
  const gone = facts.state === 'redirected' || facts.state === 'not_accepted'
  const next = facts.successor
  const passedOn = next !== null && next.receivedAt !== null ? next.acceptedAt : null
  const confirmed = [
    { name: 'received_and_accepted', at: (gone ? null : own) ?? passedOn },
    { name: 'first_visit_held', at: facts.firstSeenAt ?? next?.firstSeenAt ?? null },
    { name: 'school_knows_enough', at: facts.feedbackAt ?? next?.feedbackAt ?? null },
  ] as const
  const owed = confirmed.filter(({ at }) => at === null).map(({ name }) => name)
  return { confirmed, owed, complete: owed.length === 0 }
}
