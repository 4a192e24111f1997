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

/** An incident with all that was written down in it, and the standard it is judged by. */
export type Running = {
  readonly incident: Pick<Incident, 'state' | 'studentId' | 'place' | 'onPremises'>
  readonly entries: readonly Entry[]
  readonly standard: CrisisStandard
}

/** The entries of a kind, in the order in which it happened. */
export const entriesOfKind = (entries: readonly Entry[], kind: EntryKind): Entry[] =>
  entries
    .filter((entry) => entry.kind === kind)
    .sort((one, other) => Number(one.happenedAt) - Number(other.happenedAt) || (one.id < other.id ? -1 : 1))

/** The level the last run of the rubric came to: it drives what is indicated [R101]. */
export const levelNow = (entries: readonly Entry[]): RiskLevel | undefined =>
  entriesOfKind(entries, 'rubric_run').at(-1)?.what as RiskLevel | undefined

/** The level a call is judged by: the run before it, or the first one after help that was called first. */
export function levelAt(entries: readonly Entry[], call: Entry): RiskLevel | undefined {
  const runs = entriesOfKind(entries, 'rubric_run')
  return (runs.findLast(({ happenedAt }) => happenedAt <= call.happenedAt) ?? runs[0])?.what as
    | RiskLevel
    | undefined
}

/** How a call departs from the tree; undefined where it does not, and while nobody ran the rubric [R104]. */
export function departureAt(
  { entries, standard }: Pick<Running, 'entries' | 'standard'>,
  call: Entry,
): 'higher' | 'lower' | undefined {
  const level = levelAt(entries, call)
  return level && departureOf(standard, { level, response: call.what as CrisisResponse })
}

/** Emergency services for less than a high result: shown as off-standard, and counted [R105]. */
export const isOverEscalated = (running: Pick<Running, 'entries' | 'standard'>, call: Entry): boolean =>
  call.what === 'emergency_services' && departureAt(running, call) === 'higher'

const about = (entries: readonly Entry[], kind: EntryKind, id: string) =>
  entriesOfKind(entries, kind).find(({ aboutId }) => aboutId === id)

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

/** The reason of a departure and who looks at it; undefined while it is owed. */
export const explanationOf = (entries: readonly Entry[], call: Entry): Entry | undefined =>
  about(entries, 'departure_explained', call.id)

/** What the second person found about a departure; undefined while it waits for them. */
export const reviewOf = (entries: readonly Entry[], call: Entry): Entry | undefined =>
  about(entries, 'departure_reviewed', call.id)

/** Calls that departed from the tree, the first one first: each is queued for a review [R104]. */
export const departuresOf = (running: Pick<Running, 'entries' | 'standard'>): Entry[] =>
  entriesOfKind(running.entries, 'response_called').filter((call) => departureAt(running, call) !== undefined)

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
  student_blank: ({ incident }) => incident.studentId === null,
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
  clinician_blank: ({ entries }) => !has(entries, 'clinician_told'),
  report_blank: ({ entries }) => !has(entries, 'report_checked'),
  handover_blank: ({ entries }) => !has(entries, 'handed_over'),
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
