import { addCalendarDays, weekdayOn } from '#district/contract.ts'
import type { Decision, Deferral, Outcome, Review, TaskKind } from './review.ts'

/** The Monday of the week a day lies in. @param day YYYY-MM-DD */
export const mondayOf = (day: string): string => addCalendarDays(day, 1 - weekdayOn(day))

export type Marking = {
  outcome: Outcome
  decision?: Decision | undefined
  deferredBecause?: Deferral | undefined
  what?: TaskKind | undefined
  ownerId?: string | undefined
  dueOn?: string | undefined
  words?: string | undefined
}

export type ObstacleToMarking =
  | 'closed_already'
  | 'decision_missing'
  | 'reason_missing'
  | 'task_missing'
  | 'owner_missing'
  | 'owner_unknown'
  | 'due_missing'
  | 'due_in_the_past'
  | 'words_missing'

function obstaclesToTask(
  { what, ownerId, dueOn, words }: Marking,
  { today, owners }: { today: string; owners: readonly string[] },
): ObstacleToMarking[] {
  return [
    ...(what === undefined ? ['task_missing' as const] : []),
    ...(what === 'other' && !words ? ['words_missing' as const] : []),
    ...(ownerId === undefined
      ? ['owner_missing' as const]
      : owners.includes(ownerId)
        ? []
        : ['owner_unknown' as const]),
    ...(dueOn === undefined ? ['due_missing' as const] : dueOn < today ? ['due_in_the_past' as const] : []),
  ]
}

/**
 * Everything that stands in the way of marking a line so [R079].
 * @param around the day, and who may be given a task about the student
 */
export function obstaclesToMarking(
  review: Pick<Review, 'closedAt'>,
  marking: Marking,
  around: { today: string; owners: readonly string[] },
): ObstacleToMarking[] {
  if (review.closedAt !== null) return ['closed_already']
  const { outcome, decision, deferredBecause } = marking
  if (outcome === 'deferred') return deferredBecause === undefined ? ['reason_missing'] : []
  if (decision === undefined) return ['decision_missing']
  if (decision === 'ask_lead') return marking.words ? [] : ['words_missing']
  return decision === 'task' ? obstaclesToTask(marking, around) : []
}
