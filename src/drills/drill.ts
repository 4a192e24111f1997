/** How a drill is held: at a table, or against the clock in a live incident. */
export const drillKinds = ['tabletop', 'timed'] as const
export type DrillKind = (typeof drillKinds)[number]

/** What a finding leads to, and how it ends. */
export const leads = ['action', 'standard'] as const
export type LeadsTo = (typeof leads)[number]
export const findingOutcomes = ['done', 'standard_changed', 'not_needed'] as const
export type FindingOutcome = (typeof findingOutcomes)[number]

/** A school goes through a scenario. */
export type Drill = {
  readonly id: string
  readonly schoolId: string
  readonly schoolName: string
  readonly kind: DrillKind
  /** The code of the scenario, in the version of the library it was taken from. */
  readonly scenario: string
  readonly title: string
  readonly says: string
  readonly asks: string
  readonly standardVersion: number
  readonly sample: boolean
  /** Days, YYYY-MM-DD. */
  readonly plannedOn: string
  readonly heldOn: string | null
  readonly plannedByName: string
  /** When the live incident of a timed drill was begun. */
  readonly begunAt: Date | null
  readonly completedAt: Date | null
  readonly calledOffAt: Date | null
  readonly version: number
}

/** Something a drill showed. */
export type Finding = {
  readonly id: string
  readonly drillId: string
  readonly schoolId: string
  readonly words: string
  readonly leadsTo: LeadsTo
  readonly ownerId: string
  readonly ownerName: string
  readonly dueOn: string
  /** What the crisis standard was asked to say because of it. */
  readonly changeRequestId: string | null
  readonly outcome: FindingOutcome | null
  readonly version: number
}
