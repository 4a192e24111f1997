import type { Alert } from './incident.ts'
import type { Entry, EntryKind } from './entry.ts'
import type { Recorded } from './recorded.ts'
import { incidentRoles } from './entry.ts'
import { entriesOfKind } from './levels.ts'
import { type Step, steps } from './steps.ts'

/** When a step was taken, and by when the standard wants it, where it puts a time on it. */
export type StepTime = {
  readonly step: Step
  /** Null where nobody wrote it down. */
  readonly at: Date | null
  readonly dueAt: Date | null
  readonly isLate: boolean
}

const kindsOf: Partial<Record<Step, readonly EntryKind[]>> = {
  safety: ['safety_done'],
  rubric: ['rubric_run'],
  response: ['response_called'],
  caregiver: ['caregiver_told', 'caregiver_not_told'],
  clinician: ['clinician_told'],
  report: ['report_checked'],
  handover: ['handed_over'],
}

const earliest = (instants: readonly Date[]): Date | null =>
  instants.length === 0 ? null : new Date(Math.min(...instants.map(Number)))

/** The moment the last of the four roles had a name. */
function allNamedAt(entries: readonly Entry[]): Date | null {
  const named = incidentRoles.map((role) =>
    entriesOfKind(entries, 'role_named').find(({ what }) => what === role),
  )
  const at = named.flatMap((entry) => (entry === undefined ? [] : [entry.happenedAt]))
  return at.length < incidentRoles.length ? null : new Date(Math.max(...at.map(Number)))
}

const answeredAt = (alerts: readonly Alert[]): Date | null =>
  earliest(alerts.flatMap(({ acknowledgedAt }) => (acknowledgedAt === null ? [] : [acknowledgedAt])))

function takenAt(step: Step, { entries, alerts }: Recorded): Date | null {
  if (step === 'lead') return answeredAt(alerts)
  if (step === 'roles') return allNamedAt(entries)
  const kinds = kindsOf[step] ?? []
  return earliest(entries.filter(({ kind }) => kinds.includes(kind)).map(({ happenedAt }) => happenedAt))
}

const dueOf: Partial<Record<Step, (recorded: Recorded) => Date | null>> = {
  lead: ({ alerts }) => alerts[0]?.ackDueAt ?? null,
  caregiver: ({ caregiverDueAt }) => caregiverDueAt,
}

/** Whether a caregiver was told after the time of the standard, however late it was written down [R103]. */
export const isToldLate = ({
  entries,
  caregiverDueAt,
}: Pick<Recorded, 'entries' | 'caregiverDueAt'>): boolean => {
  const [told] = entriesOfKind(entries, 'caregiver_told')
  return told !== undefined && told.happenedAt > caregiverDueAt
}

/**
 * Each step with when it was first taken, beside its time of the standard. What was not taken is late once
 * that time has passed; a step without a time is never late.
 */
export const stepTimes = (recorded: Recorded, now: Date): StepTime[] =>
  steps
    .filter((step) => step !== 'facts')
    .map((step) => {
      const at = takenAt(step, recorded)
      const dueAt = dueOf[step]?.(recorded) ?? null
      return { step, at, dueAt, isLate: dueAt !== null && (at ?? now) > dueAt }
    })
