import {
  type CrisisResponse,
  type CrisisStandard,
  departureOf,
  isExternal,
  type RiskLevel,
} from '#standards/contract.ts'
import type { Entry, EntryKind, IncidentRole, ResponseResult } from './entry.ts'
import { incidentRoles } from './entry.ts'
import type { Incident } from './incident.ts'
import { isToldOutside } from './outside.ts'
import { pressedOf } from './pressed.ts'

/** An incident with all that was written down in it, and the standard it is judged by. */
export type Running = {
  readonly incident: Pick<Incident, 'state' | 'studentId' | 'place' | 'onPremises' | 'drillId'>
  readonly entries: readonly Entry[]
  readonly standard: CrisisStandard
}

/** The entries of a kind, in the order in which it happened. */
export const entriesOfKind = (entries: readonly Entry[], kind: EntryKind): Entry[] =>
  entries
    .filter((entry) => entry.kind === kind)
    .sort((one, other) => Number(one.happenedAt) - Number(other.happenedAt) || (one.id < other.id ? -1 : 1))

const about = (entries: readonly Entry[], kind: EntryKind, id: string) =>
  entriesOfKind(entries, kind).find(({ aboutId }) => aboutId === id)

/** The reason of a departure and who looks at it; undefined while it is owed. */
export const explanationOf = (entries: readonly Entry[], { id }: Entry): Entry | undefined =>
  about(entries, 'departure_explained', id)

/** What the second person found about a departure; undefined while it waits for them. */
export const reviewOf = (entries: readonly Entry[], { id }: Entry): Entry | undefined =>
  about(entries, 'departure_reviewed', id)

/** Whether a second person had found, by an instant, that a run was right to say less than high. */
function isAgreed(entries: readonly Entry[], run: Entry, by: Date | undefined): boolean {
  const review = reviewOf(entries, run)
  return review?.what === 'was_right' && (by === undefined || review.happenedAt <= by)
}

/** The level of runs in their order: high stays until a second person agreed that a later one is less. */
const levelOf = (entries: readonly Entry[], runs: readonly Entry[], by?: Date): RiskLevel | undefined =>
  runs.reduce<RiskLevel | undefined>(
    (level, run) => (level === 'high' && !isAgreed(entries, run, by) ? level : (run.what as RiskLevel)),
    undefined,
  )

/**
 * The level of an incident, which says what is indicated: the last run of the rubric [R101], and after a
 * high one that one, until a reason and a second person stand behind a lower [R105].
 */
export const levelNow = (entries: readonly Entry[]): RiskLevel | undefined =>
  levelOf(entries, entriesOfKind(entries, 'rubric_run'))

/** The level a call is judged by: that of its moment, or the first run after help that was called first. */
export function levelAt(entries: readonly Entry[], { happenedAt: by }: Entry): RiskLevel | undefined {
  const runs = entriesOfKind(entries, 'rubric_run')
  const before = runs.filter(({ happenedAt }) => happenedAt <= by)
  return levelOf(entries, before, by) ?? (runs[0]?.what as RiskLevel | undefined)
}

/** Runs that say less while the level is high: each counts once a second person agreed [R105]. */
export const loweringsOf = (entries: readonly Entry[]): Entry[] =>
  entriesOfKind(entries, 'rubric_run').filter(
    ({ what }, at, runs) => what !== 'high' && levelOf(entries, runs.slice(0, at)) === 'high',
  )

/** The response an entry is: what was called, or the emergency department a student was brought to. */
export const responseOf = ({ kind, what }: Pick<Entry, 'kind' | 'what'>): CrisisResponse =>
  kind === 'handed_over' ? 'emergency_services' : (what as CrisisResponse)

/** How a call departs from the tree; undefined where it does not, and while nobody ran the rubric [R104]. */
export function departureAt(
  { entries, standard }: Pick<Running, 'entries' | 'standard'>,
  call: Entry,
): 'higher' | 'lower' | undefined {
  const level = levelAt(entries, call)
  return level && departureOf(standard, { level, response: responseOf(call) })
}

/** Emergency services for less than a high result: shown as off-standard, and counted [R105]. */
export const isOverEscalated = (running: Pick<Running, 'entries' | 'standard'>, call: Entry): boolean =>
  responseOf(call) === 'emergency_services' && departureAt(running, call) === 'higher'

/** What came of a call; undefined while nobody said. */
export const resultOf = (entries: readonly Entry[], call: Entry): ResponseResult | undefined =>
  entriesOfKind(entries, 'response_result').findLast(({ aboutId }) => aboutId === call.id)?.what as
    | ResponseResult
    | undefined

/** Whether every call was answered, and somebody is still on their way. */
export function isHelpComing(entries: readonly Entry[]): boolean {
  const results = entriesOfKind(entries, 'response_called').map((call) => resultOf(entries, call))
  return results.includes('on_the_way') && !results.includes(undefined)
}

/**
 * A student whom somebody brought to the emergency department for less than a high result, where nobody
 * called emergency services: the way there is off the standard all the same, and counted once [R105].
 */
function broughtUncalled({ entries, standard }: Pick<Running, 'entries' | 'standard'>): Entry[] {
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
export const departuresOf = (running: Pick<Running, 'entries' | 'standard'>): Entry[] => [
  ...entriesOfKind(running.entries, 'response_called').filter(
    (call) => departureAt(running, call) !== undefined,
  ),
  ...broughtUncalled(running),
]

/** What takes a reason and a second person: calls that departed, and runs that lower a high level. */
export const toExplain = (running: Pick<Running, 'entries' | 'standard'>): Entry[] => [
  ...departuresOf(running),
  ...loweringsOf(running.entries),
]

/** Who has a role: whoever was named last. */
export const holderOf = (entries: readonly Entry[], role: IncidentRole): Entry | undefined =>
  entriesOfKind(entries, 'role_named').findLast(({ what }) => what === role)

const has = (entries: readonly Entry[], ...kinds: readonly EntryKind[]): boolean =>
  entries.some(({ kind }) => kinds.includes(kind))
const isSkipped = (entries: readonly Entry[], step: string): boolean =>
  entries.some(({ kind, what }) => kind === 'step_skipped' && what === step)

/** Whether help from outside came or was talked with. */
export const gotHelp = (entries: readonly Entry[]): boolean =>
  entriesOfKind(entries, 'response_called').some(
    (call) =>
      isExternal(call.what as CrisisResponse) && ['came', 'talked'].includes(resultOf(entries, call) ?? ''),
  )

/** A high result that nobody from outside answered: it neither stays at school nor ends [R105]. */
export const lacksHelp = (entries: readonly Entry[]): boolean =>
  levelNow(entries) === 'high' && !gotHelp(entries)

const missingRole =
  (role: IncidentRole) =>
  ({ entries }: Running) =>
    holderOf(entries, role) === undefined

const blanks = {
  student_blank: ({ incident }) => incident.studentId === null && incident.drillId === null,
  place_blank: ({ incident }) => incident.place === null || incident.onPremises === null,
  safety_blank: ({ entries }) => !has(entries, 'safety_done') && !isSkipped(entries, 'safety'),
  lead_silent: ({ incident }) => incident.state === 'open',
  stays_blank: missingRole('stays'),
  tells_caregiver_blank: missingRole('tells_caregiver'),
  writes_blank: missingRole('writes'),
  plans_return_blank: missingRole('plans_return'),
  rubric_blank: ({ entries }) => levelNow(entries) === undefined && !isSkipped(entries, 'rubric'),
  response_blank: ({ entries }) =>
    !has(entries, 'response_called') && (!isSkipped(entries, 'response') || levelNow(entries) === 'high'),
  result_blank: ({ entries }) =>
    entriesOfKind(entries, 'response_called').some((call) =>
      [undefined, 'on_the_way'].includes(resultOf(entries, call)),
    ),
  departure_blank: (running) =>
    departuresOf(running).some((call) => explanationOf(running.entries, call) === undefined),
  high_without_help: ({ entries }) => lacksHelp(entries),
  caregiver_blank: ({ entries }) => !has(entries, 'caregiver_told', 'caregiver_not_told'),
  told_words_blank: ({ entries }) => pressedOf(entries, 'caregiver') !== undefined,
  clinician_blank: ({ entries }) => !has(entries, 'clinician_told'),
  report_blank: ({ entries }) => !has(entries, 'report_checked'),
  handover_blank: ({ entries }) => !has(entries, 'handed_over'),
  handover_words_blank: ({ entries }) => pressedOf(entries, 'handover') !== undefined,
  danger_blank: ({ entries }) => entries.some(isToldOutside) && !has(entries, 'danger_said'),
} satisfies Record<string, (running: Running) => boolean>
export type Blank = keyof typeof blanks

/** Everything that keeps an incident from being closed, in the order of the script [R097, R100, R103]. */
export const blanksOf = (running: Running): Blank[] =>
  (Object.keys(blanks) as Blank[]).filter((name) => blanks[name](running))

/** Which blank is about which role. */
export const blankOfRole = Object.fromEntries(incidentRoles.map((role) => [role, `${role}_blank`])) as Record<
  IncidentRole,
  Blank
>

/** When whoever has an incident is asked again: so long after the last thing that happened in it. */
export const checkDueAt = (standard: Pick<CrisisStandard, 'checkEveryMinutes'>, now: Date): Date =>
  new Date(now.getTime() + standard.checkEveryMinutes * 60_000)
