import { type CrisisResponse, departureOf, isExternal, type RiskLevel } from '#standards/contract.ts'
import type { Entry, ResponseResult, SkippableStep } from './entry.ts'
import { entriesOfKind, levelAt, levelNow, loweringsOf, reviewOf, type Running } from './levels.ts'

/** What departures are judged by. */
export type Judged = Pick<Running, 'entries' | 'standard'>

/** The response an entry is: what was called, or the emergency department a student was brought to. */
export const responseOf = ({ kind, what }: Pick<Entry, 'kind' | 'what'>): CrisisResponse =>
  kind === 'handed_over' ? 'emergency_services' : (what as CrisisResponse)

/** How a call departs from the tree; undefined where it does not, and while nobody ran the rubric [R104]. */
export function departureAt({ entries, standard }: Judged, call: Entry): 'higher' | 'lower' | undefined {
  const level = levelAt(entries, call)
  return level && departureOf(standard, { level, response: responseOf(call) })
}

/** Emergency services for less than a high result: shown as off-standard, and counted [R105]. */
export const isOverEscalated = (running: Judged, call: Entry): boolean =>
  responseOf(call) === 'emergency_services' && departureAt(running, call) === 'higher'

/** What came of a call; undefined while nobody said. */
export const resultOf = (entries: readonly Entry[], call: Entry): ResponseResult | undefined =>
  entriesOfKind(entries, 'response_result').findLast(({ aboutId }) => aboutId === call.id)?.what as
    | ResponseResult
    | undefined

/**
 * A student whom somebody brought to the emergency department for less than a high result, where nobody
 * called emergency services: the way there is off the standard all the same, and counted once [R105].
 */
function broughtUncalled({ entries, standard }: Judged): Entry[] {
  if (entriesOfKind(entries, 'response_called').some((call) => responseOf(call) === 'emergency_services'))
    return []
  const brought = entriesOfKind(entries, 'handed_over').find(
    (entry) =>
      entry.what === 'emergency_department' &&
      levelAt(entries, entry) !== 'high' &&
      departureAt({ entries, standard }, entry) !== undefined,
  )
  return brought === undefined ? [] : [brought]
}

/**
 * Calls that departed from the tree, and the emergency department where it did, the first one first: each is
 * queued for a review [R104].
 */
export const departuresOf = (running: Judged): Entry[] => [
  ...entriesOfKind(running.entries, 'response_called').filter(
    (call) => departureAt(running, call) !== undefined,
  ),
  ...broughtUncalled(running),
]

const isNear = (standard: Judged['standard'], level: RiskLevel | undefined): boolean =>
  level !== undefined && !isExternal(standard.tree[level])

/**
 * Whether leaving a step out would get round the tree: the rubric while no level is known, and the response
 * unless the level is known and the school's own. Where the level is high leaving it out counts for nothing.
 */
export function getsRound({ entries, standard }: Judged, step: SkippableStep): boolean {
  const level = levelNow(entries)
  if (step === 'rubric') return level === undefined
  return step === 'response' && level !== 'high' && !isNear(standard, level)
}

const leftOut = (entries: readonly Entry[], step: SkippableStep) =>
  entriesOfKind(entries, 'step_skipped').filter(({ what }) => what === step)

/** The steps that were left out and so would get round the tree, each as it was said last [R104]. */
export const leftOutOf = (running: Judged): Entry[] =>
  (['rubric', 'response'] as const).flatMap((step) => {
    const isMade = step === 'response' && running.entries.some(({ kind }) => kind === 'response_called')
    const last = leftOut(running.entries, step).at(-1)
    return last === undefined || isMade || !getsRound(running, step) ? [] : [last]
  })

/** Whether a second person found that it was right to leave the rubric out: alone nobody decides that. */
export const isRubricLeftOut = (entries: readonly Entry[]): boolean =>
  leftOut(entries, 'rubric').some((each) => reviewOf(entries, each)?.what === 'was_right')

/** The rubric that was left out, while the second person has not looked at it. */
export const rubricWaits = (running: Judged): Entry | undefined =>
  leftOutOf(running).find((each) => each.what === 'rubric' && reviewOf(running.entries, each) === undefined)

/** What takes a reason and a second person: departures, steps left out, and runs that lower a high level. */
export const toExplain = (running: Judged): Entry[] => [
  ...departuresOf(running),
  ...leftOutOf(running),
  ...loweringsOf(running.entries),
]

/**
 * Whether a call answers the level of now: it is what the tree says for it, or more, or it was made at that
 * level, and then says why it departs. What was called before the level rose answers nothing any more.
 */
function answersLevel({ entries, standard }: Judged, call: Entry): boolean {
  const level = levelNow(entries)
  if (level === undefined) return true
  return (
    departureOf(standard, { level, response: responseOf(call) }) !== 'lower' ||
    levelAt(entries, call) === level
  )
}

/** Whether some call answers the level of now [R102]. */
export const isAnswered = (running: Judged): boolean =>
  entriesOfKind(running.entries, 'response_called').some((call) => answersLevel(running, call))

const cameOrTalked = (entries: readonly Entry[], call: Entry): boolean =>
  isExternal(call.what as CrisisResponse) && ['came', 'talked'].includes(resultOf(entries, call) ?? '')

/** Whether help from outside came or was talked with. */
export const gotHelp = (entries: readonly Entry[]): boolean =>
  entriesOfKind(entries, 'response_called').some((call) => cameOrTalked(entries, call))

/** A high result that nobody from outside answered: it neither stays at school nor ends [R105]. */
export const lacksHelp = (running: Judged): boolean =>
  levelNow(running.entries) === 'high' &&
  !entriesOfKind(running.entries, 'response_called').some(
    (call) => cameOrTalked(running.entries, call) && answersLevel(running, call),
  )

/**
 * Whether the student was last said to be at school before help had come for a high result: where they are is
 * asked once more [R105].
 */
export function isParked({ entries, standard }: Judged): boolean {
  const last = entriesOfKind(entries, 'handed_over').at(-1)
  if (last?.what !== 'stayed_at_school' || levelNow(entries) !== 'high') return false
  const before = entries.filter(({ happenedAt }) => happenedAt <= last.happenedAt)
  return levelNow(before) !== 'high' || lacksHelp({ entries: before, standard })
}

/** Whether every call was answered, and somebody is still on their way. */
export function isHelpComing(entries: readonly Entry[]): boolean {
  const results = entriesOfKind(entries, 'response_called').map((call) => resultOf(entries, call))
  return results.includes('on_the_way') && !results.includes(undefined)
}
