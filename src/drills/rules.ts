import { addCalendarDays } from '#district/contract.ts'
import type { Drill, Finding, FindingOutcome } from './drill.ts'

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

export type ObstacleToDrill =
  | 'completed_already'
  | 'called_off_already'
  | 'held_ahead'
  | 'nobody_took_part'
  | 'not_begun'
  | 'not_timed'
  | 'begun_already'
  | 'nobody_leads'

const over = ({
  completedAt,
  calledOffAt,
}: Pick<Drill, 'completedAt' | 'calledOffAt'>): ObstacleToDrill[] => [
  ...(completedAt === null ? [] : ['completed_already' as const]),
  ...(calledOffAt === null ? [] : ['called_off_already' as const]),
]

/** What stands in the way of saying that a drill was held. */
export const obstaclesToCompleting = (
  drill: Pick<Drill, 'completedAt' | 'calledOffAt' | 'kind' | 'begunAt'>,
  { heldOn, present, today }: { heldOn: string; present: number; today: string },
): ObstacleToDrill[] => [
  ...over(drill),
  ...(drill.kind === 'timed' && drill.begunAt === null ? ['not_begun' as const] : []),
  ...(heldOn > today ? ['held_ahead' as const] : []),
  ...(present === 0 ? ['nobody_took_part' as const] : []),
]

/**
 * What stands in the way of beginning it against the clock: without somebody who leads a crisis nobody would
 * be told.
 */
export const obstaclesToBeginning = (
  drill: Pick<Drill, 'completedAt' | 'calledOffAt' | 'kind' | 'begunAt'>,
  { someoneLeads }: { someoneLeads: boolean },
): ObstacleToDrill[] => [
  ...over(drill),
  ...(drill.kind === 'timed' ? [] : ['not_timed' as const]),
  ...(drill.begunAt === null ? [] : ['begun_already' as const]),
  ...(someoneLeads ? [] : ['nobody_leads' as const]),
]

/** What stands in the way of adding who took part: before it began or was held nobody did. */
export const obstaclesToAdding = ({
  completedAt,
  calledOffAt,
  begunAt,
}: Pick<Drill, 'completedAt' | 'calledOffAt' | 'begunAt'>): ObstacleToDrill[] => [
  ...(calledOffAt === null ? [] : ['called_off_already' as const]),
  ...(completedAt === null && begunAt === null ? ['not_begun' as const] : []),
]

const plain = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** People whose name has every word that was typed, and how many there are beyond those shown. */
export function namedLike<P extends { name: string }>(
  people: readonly P[],
  { typed, most }: { typed: string; most: number },
): { shown: P[]; more: number } {
  const asked = plain(typed).split(/\s+/).filter(Boolean)
  const found = people.filter(({ name }) => asked.every((word) => plain(name).includes(word)))
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) }
}

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
