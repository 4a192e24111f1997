import { arrangedFirst, type Help, type HelpKind, type HelpOutcome, saidInWords } from './help.ts'

type Asked = {
  asked: { readonly kind: HelpKind; readonly need?: string | undefined; readonly dueOn: string }
  referralEnded: boolean
  /** The barrier it is asked for: undefined when none was named, null when the referral has no such one. */
  barrier: { readonly resolvedAt: Date | null } | null | undefined
  /** YYYY-MM-DD. */
  today: string
}
const toAsk = {
  referral_ended: ({ referralEnded }) => referralEnded,
  need_missing: ({ asked }) => saidInWords.includes(asked.kind) && !asked.need,
  due_in_the_past: ({ asked, today }) => asked.dueOn < today,
  barrier_unknown: ({ barrier }) => barrier === null,
  barrier_cleared: ({ barrier }) => (barrier?.resolvedAt ?? null) !== null,
} satisfies Record<string, (judged: Asked) => boolean>
export type ObstacleToAsking = keyof typeof toAsk

type Ended = {
  help: Pick<Help, 'kind' | 'arranged' | 'endedAt'>
  said: { readonly outcome: HelpOutcome; readonly result?: string | undefined; readonly happenedOn: string }
  today: string
}
/** What is ended without help says why; a family that goes without is asked for no reason [R354]. */
const reasoned: readonly HelpOutcome[] = ['not_needed', 'not_possible']
const toEnd = {
  ended_already: ({ help }) => help.endedAt !== null,
  not_arranged: ({ help, said }) =>
    said.outcome === 'done' && arrangedFirst.includes(help.kind) && help.arranged === null,
  reason_missing: ({ said }) => reasoned.includes(said.outcome) && !said.result,
  not_happened_yet: ({ said, today }) => said.outcome === 'done' && said.happenedOn > today,
} satisfies Record<string, (judged: Ended) => boolean>
export type ObstacleToEnding = keyof typeof toEnd

const namesOf = <J>(rules: Record<string, (judged: J) => boolean>, judged: J) =>
  Object.keys(rules).filter((name) => rules[name]?.(judged) === true)

/** Every reason help cannot be asked for like this. */
export const obstaclesToAsking = (judged: Asked): ObstacleToAsking[] =>
  namesOf(toAsk, judged) as ObstacleToAsking[]

/**
 * Every reason help cannot be ended like this: a ride is not given before it was arranged, and what was not
 * given needs a reason [R058].
 */
export const obstaclesToEnding = (judged: Ended): ObstacleToEnding[] =>
  namesOf(toEnd, judged) as ObstacleToEnding[]
