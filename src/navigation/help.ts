/** What practical help there is. */
export const helpKinds = [
  'intake_forms',
  'transport',
  'interpreter',
  'child_care',
  'coverage',
  'benefits',
  'food',
  'housing',
  'other',
] as const
export type HelpKind = (typeof helpKinds)[number]

/** How help ends: given, or not and why not. No word of it blames a family. */
export const helpOutcomes = ['done', 'family_declined', 'not_needed', 'not_possible'] as const
export type HelpOutcome = (typeof helpOutcomes)[number]

/** Kinds of which somebody has to be found before anything can be said to have happened [R058]. */
export const arrangedFirst: readonly HelpKind[] = ['transport', 'interpreter', 'child_care']

/** Kinds nobody understands without a word of what is needed: which forms, what else. */
export const saidInWords: readonly HelpKind[] = ['intake_forms', 'other']

/** Practical help for a family, of one referral. Days are YYYY-MM-DD on the clock of the district. */
export type Help = {
  readonly id: string
  readonly referralId: string
  readonly studentId: string
  /** The barrier it clears once it is done. */
  readonly barrierId: string | null
  readonly kind: HelpKind
  readonly need: string | null
  readonly dueOn: string
  readonly askedAt: Date
  readonly arranged: string | null
  readonly arrangedAt: Date | null
  readonly outcome: HelpOutcome | null
  readonly happenedOn: string | null
  readonly result: string | null
  readonly endedAt: Date | null
  readonly version: number
}
