import { addCalendarDays } from '#district/contract.ts'
import type { Answer, Owner, RequestKind } from './request.ts'

/**
 * Days to answer, by whose record it is: an education record is shown within 45 days (34 CFR 99.10(b)), a
 * health record within 30 (45 CFR 164.524(b)(2)). Sample: the district's legal team decides.
 */
const daysToAnswer = { district: 45, provider: 30 } as const satisfies Record<Owner, number>

/** Last day to answer, YYYY-MM-DD. */
export const dueOn = (receivedOn: string, owner: Owner): string =>
  addCalendarDays(receivedOn, daysToAnswer[owner])

/** What may be answered: what an agency owns, the district neither shows nor corrects. */
export const answersTo = ({ kind, owner }: { kind: RequestKind; owner: Owner }): readonly Answer[] => {
  if (owner === 'provider') return ['passed_on']
  return kind === 'access' ? ['given'] : ['accepted', 'refused']
}

export type AnsweringFacts = {
  readonly kind: RequestKind
  readonly owner: Owner
  readonly answered: boolean
  readonly answer: Answer
  readonly statement: string | undefined
}
const answering = {
  already_answered: ({ answered }) => answered,
  not_an_answer: (facts) => !answersTo(facts).includes(facts.answer),
  statement_not_here: ({ answer, statement }) => answer !== 'refused' && statement !== undefined,
} satisfies Record<string, (facts: AnsweringFacts) => boolean>
export type ObstacleToAnswering = keyof typeof answering
export const obstaclesToAnswering = (facts: AnsweringFacts): ObstacleToAnswering[] =>
  (Object.keys(answering) as ObstacleToAnswering[]).filter((name) => answering[name](facts))

export type LiftingFacts = { readonly lifted: boolean; readonly asked: boolean; readonly isAsker: boolean }
const lifting = {
  already_lifted: ({ lifted }) => lifted,
  nobody_asked: ({ asked }) => !asked,
  same_person: ({ isAsker }) => isAsker,
} satisfies Record<string, (facts: LiftingFacts) => boolean>
export type ObstacleToLifting = keyof typeof lifting
/** A hold ends when somebody other than whoever asked for it says so. */
export const obstaclesToLifting = (facts: LiftingFacts): ObstacleToLifting[] =>
  (Object.keys(lifting) as ObstacleToLifting[]).filter((name) => lifting[name](facts))

/** A proposal nobody agreed to for so many days is made anew: what it named may be another by then. */
const proposalDays = 14

export type RemovingFacts = {
  readonly carried: boolean
  readonly isProposer: boolean
  readonly proposedOn: string
  readonly today: string
}
const removing = {
  already_removed: ({ carried }) => carried,
  proposed_by_you: ({ isProposer }) => isProposer,
  proposed_long_ago: ({ proposedOn, today }) => addCalendarDays(proposedOn, proposalDays) < today,
} satisfies Record<string, (facts: RemovingFacts) => boolean>
export type ObstacleToRemoving = keyof typeof removing
/** What was proposed is removed when somebody else says so, soon. */
export const obstaclesToRemoving = (facts: RemovingFacts): ObstacleToRemoving[] =>
  (Object.keys(removing) as ObstacleToRemoving[]).filter((name) => removing[name](facts))

/** Whether an answer is overdue on a day, YYYY-MM-DD. */
export const isOverdue = (request: { dueOn: string; answer: unknown }, today: string): boolean =>
  request.answer === null && request.dueOn < today
