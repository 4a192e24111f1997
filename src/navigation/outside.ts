/**
 * How a family reaches a provider outside the directory: it calls itself, or it is on the line and speaks for
 * itself. There is no third way, so that nothing is told without the family.
 */
export const outsideWays = ['family_calls', 'with_family'] as const
export type OutsideWay = (typeof outsideWays)[number]

export const outsideServices = ['assessment', 'individual', 'group', 'family', 'psychiatry', 'other'] as const
export type OutsideService = (typeof outsideServices)[number]

/** Whom a call goes to. */
export const askedWhom = ['family', 'provider'] as const
export type AskedWhom = (typeof askedWhom)[number]

/** What leaves it open: somebody calls again. */
export const openLearned = ['no_answer', 'waits', 'visit_set'] as const
/** What ends it, and nothing else does. */
export const outsideOutcomes = ['seen', 'no_room', 'not_the_right_one', 'family_declined'] as const
export type OutsideOutcome = (typeof outsideOutcomes)[number]
export const learnings = [...openLearned, ...outsideOutcomes] as const
export type Learned = (typeof learnings)[number]

/** Whether something that was learned ends it. */
export const isOutcome = (learned: Learned): learned is OutsideOutcome =>
  (outsideOutcomes as readonly string[]).includes(learned)

/** A provider outside the directory. Days are YYYY-MM-DD on the clock of the district. */
export type OutsideProvider = {
  readonly id: string
  readonly referralId: string
  readonly studentId: string
  readonly name: string
  readonly phone: string
  readonly service: OutsideService
  readonly way: OutsideWay
  /** On which day somebody calls back next. */
  readonly callOn: string
  readonly namedByName: string
  readonly namedAt: Date
  readonly outcome: OutsideOutcome | null
  readonly happenedOn: string | null
  readonly endedAt: Date | null
  readonly version: number
}

/** One call about it. */
export type OutsideCall = {
  readonly id: string
  readonly asked: AskedWhom
  readonly learned: Learned
  readonly happensOn: string | null
  readonly nextOn: string | null
  readonly calledByName: string
  readonly calledAt: Date
}
