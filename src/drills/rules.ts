import { addCalendarDays } from '#district/contract.ts'
import type { Drill, Finding, FindingOutcome, TeamKind, TeamMember } from './drill.ts'
import { teamKinds } from './drill.ts'

/** Where a school stands with its drills. */
export type DrillStanding = 'not_live' | 'overdue' | 'due'

type Held = { liveOn: string | null; lastHeldOn: string | null }

/**
 * By when a school holds its next drill: so many days after the last one that was completed; before the first
 * one, the day it begins to work with real students [R113].
 * @param everyDays from the time standards of the district
 * @returns YYYY-MM-DD, or undefined for a school that has no day yet
 */
export const nextDrillOn = ({ liveOn, lastHeldOn }: Held, everyDays: number): string | undefined =>
  lastHeldOn === null ? (liveOn ?? undefined) : addCalendarDays(lastHeldOn, everyDays)

/** How a school stands on a day: the day itself is not late yet. */
export function drillStanding(
  held: Held,
  { everyDays, today }: { everyDays: number; today: string },
): DrillStanding {
  const due = nextDrillOn(held, everyDays)
  if (due === undefined) return 'not_live'
  return due < today ? 'overdue' : 'due'
}

export type ObstacleToDrill = 'completed_already' | 'called_off_already' | 'held_ahead' | 'nobody_took_part'

const over = ({
  completedAt,
  calledOffAt,
}: Pick<Drill, 'completedAt' | 'calledOffAt'>): ObstacleToDrill[] => [
  ...(completedAt === null ? [] : ['completed_already' as const]),
  ...(calledOffAt === null ? [] : ['called_off_already' as const]),
]

/** What stands in the way of saying that a drill was held. */
export const obstaclesToCompleting = (
  drill: Pick<Drill, 'completedAt' | 'calledOffAt'>,
  { heldOn, present, today }: { heldOn: string; present: number; today: string },
): ObstacleToDrill[] => [
  ...over(drill),
  ...(heldOn > today ? ['held_ahead' as const] : []),
  ...(present === 0 ? ['nobody_took_part' as const] : []),
]

/** What stands in the way of calling it off. */
export const obstaclesToCallingOff = over

export type ObstacleToFinishing = 'finished_already' | 'no_change_asked'

/** What stands in the way of ending what a drill showed. */
export const obstaclesToFinishing = (
  { outcome, leadsTo }: Pick<Finding, 'outcome' | 'leadsTo'>,
  given: FindingOutcome,
): ObstacleToFinishing[] => [
  ...(outcome === null ? [] : ['finished_already' as const]),
  ...(given === 'standard_changed' && leadsTo !== 'standard' ? ['no_change_asked' as const] : []),
]

/** Whom a crisis team lacks: without a caregiver or a community partner it is not complete [R114]. */
export const missingFrom = (members: readonly Pick<TeamMember, 'kind' | 'endedAt'>[]): TeamKind[] =>
  teamKinds.filter((kind) => !members.some((member) => member.kind === kind && member.endedAt === null))
