import type { Recorded } from './recorded.ts'
import type { Alert, Incident } from './incident.ts'

/** Steps of the script as far as the record knows them. */
export const scriptSteps = ['started', 'lead_told', 'lead_answers', 'caregiver'] as const
export type ScriptStep = (typeof scriptSteps)[number]

export type ScriptLine = {
  step: ScriptStep
  state: 'done' | 'done late' | 'now' | 'now late'
  at: Date | null
  who: string | null
}

/** What happened and what is owed, from the dated facts of an incident. Nobody ticks a step. */
export function scriptOf(incident: Incident, alerts: readonly Alert[]): ScriptLine[] {
  const [first] = alerts
  const answered = alerts
    .filter(({ acknowledgedAt }) => acknowledgedAt !== null)
    .sort((one, other) => Number(one.acknowledgedAt) - Number(other.acknowledgedAt))[0]
  const started: ScriptLine = { step: 'started', state: 'done', at: incident.startedAt, who: null }
  if (first === undefined) return [started, { step: 'lead_told', state: 'now late', at: null, who: null }]
  const told: ScriptLine = { step: 'lead_told', state: 'done', at: first.sentAt, who: first.name }
  if (answered === undefined) {
    const late = alerts.length > 1
    const waiting = alerts.at(-1) ?? first
    return [
      started,
      told,
      { step: 'lead_answers', state: late ? 'now late' : 'now', at: waiting.ackDueAt, who: waiting.name },
    ]
  }
  const at = answered.acknowledgedAt as Date
  return [
    started,
    told,
    { step: 'lead_answers', state: at > first.ackDueAt ? 'done late' : 'done', at, who: answered.name },
  ]
}

/** That a caregiver is owed word, and by when: until somebody told one, or said by which exception nobody. */
export function caregiverOwed(
  { entries, caregiverDueAt: at }: Pick<Recorded, 'entries' | 'caregiverDueAt'>,
  now: Date,
): ScriptLine[] {
  if (entries.some(({ kind }) => kind === 'caregiver_told' || kind === 'caregiver_not_told')) return []
  return [{ step: 'caregiver', state: now > at ? 'now late' : 'now', at, who: null }]
}
