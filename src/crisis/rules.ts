import type { CrisisStandard } from '#standards/contract.ts'
import {
  departuresOf,
  isAnswered,
  isParked,
  isRubricLeftOut,
  lacksHelp,
  leftOutOf,
  resultOf,
} from './departures.ts'
import type { Entry, EntryKind, IncidentRole } from './entry.ts'
import { incidentRoles } from './entry.ts'
import { entriesOfKind, explanationOf, levelNow, type Running } from './levels.ts'
import { isToldOutside } from './outside.ts'
import { pressedOf } from './pressed.ts'

/** Who has a role: whoever was named last. */
export const holderOf = (entries: readonly Entry[], role: IncidentRole): Entry | undefined =>
  entriesOfKind(entries, 'role_named').findLast(({ what }) => what === role)

const has = (entries: readonly Entry[], ...kinds: readonly EntryKind[]): boolean =>
  entries.some(({ kind }) => kinds.includes(kind))
const isSkipped = (entries: readonly Entry[], step: string): boolean =>
  entries.some(({ kind, what }) => kind === 'step_skipped' && what === step)

/** Whether whoever treats the student was told: that nobody is known was said where it is on record. */
const toldClinician = (entries: readonly Entry[]): boolean =>
  entries.some(({ kind, what }) => kind === 'clinician_told' && what !== 'none_known')

const missingRole =
  (role: IncidentRole) =>
  ({ entries }: Running) =>
    holderOf(entries, role) === undefined

const blanks = {
  student_blank: ({ incident }) => incident.studentId === null && incident.drillId === null,
  place_blank: ({ incident }) => incident.place === null || incident.onPremises === null,
  known_by_blank: ({ incident }) => incident.knownBy === null,
  safety_blank: ({ entries }) => !has(entries, 'safety_done') && !isSkipped(entries, 'safety'),
  lead_silent: ({ incident }) => incident.state === 'open',
  stays_blank: missingRole('stays'),
  tells_caregiver_blank: missingRole('tells_caregiver'),
  writes_blank: missingRole('writes'),
  plans_return_blank: missingRole('plans_return'),
  rubric_blank: ({ entries }) => levelNow(entries) === undefined && !isRubricLeftOut(entries),
  response_blank: (running) =>
    !isAnswered(running) && (!isSkipped(running.entries, 'response') || levelNow(running.entries) === 'high'),
  result_blank: ({ entries }) =>
    entriesOfKind(entries, 'response_called').some((call) =>
      [undefined, 'on_the_way'].includes(resultOf(entries, call)),
    ),
  departure_blank: (running) =>
    [...departuresOf(running), ...leftOutOf(running)].some(
      (each) => explanationOf(running.entries, each) === undefined,
    ),
  high_without_help: lacksHelp,
  caregiver_blank: ({ entries }) => !has(entries, 'caregiver_told', 'caregiver_not_told'),
  told_words_blank: ({ entries }) => pressedOf(entries, 'caregiver') !== undefined,
  clinician_blank: ({ entries }) => !has(entries, 'clinician_told'),
  clinician_on_record: ({ entries, isTreated }) =>
    isTreated === true && has(entries, 'clinician_told') && !toldClinician(entries),
  report_blank: ({ entries }) => !has(entries, 'report_checked'),
  handover_blank: (running) => !has(running.entries, 'handed_over') || isParked(running),
  handover_words_blank: ({ entries }) => pressedOf(entries, 'handover') !== undefined,
  danger_blank: ({ entries }) => entries.some(isToldOutside) && !has(entries, 'danger_said'),
} satisfies Record<string, (running: Running) => boolean>
export type Blank = keyof typeof blanks

/** Everything that keeps an incident from being closed, in script order [R097, R100, R103, R107]. */
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
