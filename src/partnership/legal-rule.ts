import type { Role } from '#access/roles.ts'

export const levels = ['federal', 'state', 'local'] as const
export type Level = (typeof levels)[number]

/** A rule of the register: who looks after it, when it is looked at next, and what implements it. */
export type LegalRule = {
  readonly id: string
  readonly level: Level
  readonly title: string
  readonly source: string
  readonly ownerName: string
  /** When it is owed to be looked at, after every time it was. */
  readonly reviewOn: string
  readonly found: string | null
  readonly reviewedAt: Date | null
  readonly reviewedByName: string | null
  readonly agreements: readonly { id: string; title: string; partnerId: string; partnerName: string }[]
}

/** Who keeps the register, and looks at its rules again. */
export const registerKeepers = ['district_head', 'privacy_officer'] as const satisfies readonly Role[]
export const registerReaders = [...registerKeepers, 'governance'] as const satisfies readonly Role[]

/** Whether looking at it again is overdue on a day, YYYY-MM-DD. */
export const isReviewOverdue = ({ reviewOn }: Pick<LegalRule, 'reviewOn'>, today: string): boolean =>
  reviewOn < today
