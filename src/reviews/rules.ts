import { addCalendarDays, weekdayOn } from '#district/contract.ts'
import type {
  BarriersSaid,
  Decision,
  Deferral,
  MeasuresSaid,
  Outcome,
  Review,
  TaskKind,
  VisitSaid,
} from './review.ts'

/** The Monday of the week a day lies in. @param day YYYY-MM-DD */
export const mondayOf = (day: string): string => addCalendarDays(day, 1 - weekdayOn(day))

export type Marking = {
  outcome: Outcome
  decision?: Decision | undefined
  deferredBecause?: Deferral | undefined
  visitSaid?: VisitSaid | undefined
  barriersSaid?: BarriersSaid | undefined
  measuresSaid?: MeasuresSaid | undefined
  what?: TaskKind | undefined
  ownerId?: string | undefined
  dueOn?: string | undefined
  words?: string | undefined
}

export type ObstacleToMarking =
  | 'closed_already'
  | 'yes_taken_back'
  | 'visit_missing'
  | 'no_visit_to_confirm'
  | 'visit_is_booked'
  | 'barriers_missing'
  | 'barriers_are_open'
  | 'measures_missing'
  | 'measures_not_updated'
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

/** How things stand with the student of a line of a case review. */
export type CaseStands = {
  /** Whether the family still lets an agency be coordinated with. */
  readonly consented: boolean
  readonly visitBooked: boolean
  readonly barriersOpen: boolean
  readonly measuresUpdated: boolean
}

/** What a case review says of a student is said whole, and does not contradict the record [R161]. */
function obstaclesToCase(
  { visitSaid, barriersSaid, measuresSaid }: Marking,
  stands: CaseStands,
): ObstacleToMarking[] {
  const found: [boolean, ObstacleToMarking][] = [
    [!stands.consented, 'yes_taken_back'],
    [visitSaid === undefined, 'visit_missing'],
    [visitSaid === 'confirmed' && !stands.visitBooked, 'no_visit_to_confirm'],
    [visitSaid === 'none_booked' && stands.visitBooked, 'visit_is_booked'],
    [barriersSaid === undefined, 'barriers_missing'],
    [barriersSaid === 'none' && stands.barriersOpen, 'barriers_are_open'],
    [measuresSaid === undefined, 'measures_missing'],
    [measuresSaid === 'updated' && !stands.measuresUpdated, 'measures_not_updated'],
  ]
  return found.flatMap(([stops, obstacle]) => (stops ? [obstacle] : []))
}

function obstaclesToDeciding(
  marking: Marking,
  around: { today: string; owners: readonly string[] },
): ObstacleToMarking[] {
  if (marking.decision === undefined) return ['decision_missing']
  if (marking.decision === 'ask_lead') return marking.words ? [] : ['words_missing']
  return marking.decision === 'task' ? obstaclesToTask(marking, around) : []
}

/**
 * Everything that stands in the way of marking a line so [R079] [R161].
 * @param around the day, who may be given a task about the student, and how things stand in a case review
 */
export function obstaclesToMarking(
  review: Pick<Review, 'closedAt'>,
  marking: Marking,
  around: { today: string; owners: readonly string[]; stands?: CaseStands | undefined },
): ObstacleToMarking[] {
  if (review.closedAt !== null) return ['closed_already']
  if (marking.outcome === 'deferred') return marking.deferredBecause === undefined ? ['reason_missing'] : []
  return [
    ...(around.stands === undefined ? [] : obstaclesToCase(marking, around.stands)),
    ...obstaclesToDeciding(marking, around),
  ]
}
