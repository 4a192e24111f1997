import type { CrisisStandard, RiskLevel } from '#standards/contract.ts'
import type { Entry, EntryKind } from './entry.ts'
import type { Incident } from './incident.ts'

/** An incident with all that was written down in it, and the standard it is judged by. */
export type Running = {
  readonly incident: Pick<Incident, 'state' | 'studentId' | 'place' | 'onPremises' | 'knownBy' | 'drillId'>
  readonly entries: readonly Entry[]
  readonly standard: CrisisStandard
  /** Whether the record says who treats the student, as far as whoever asks may know. */
  readonly isTreated?: boolean
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
