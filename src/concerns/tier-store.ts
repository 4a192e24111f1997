import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Tier } from '#standards/contract.ts'
import type { TierMove } from './concern.ts'

const moves = statement(
  ($: { district: string; student: string }) => sql<TierMove>`
    select from_tier as "fromTier", to_tier as "toTier", exit_criterion as "exitCriterion",
      entry_criterion as "entryCriterion", tiers_id as "tiersId", moved_by as "movedBy", moved_at as "movedAt"
    from tier_move where district_id = ${$.district} and student_id = ${$.student} order by moved_at desc, id desc`,
)

/** How a student moved between tiers, the newest first [R012]. */
export const tierMovesOf = (tx: Transaction, studentId: string): Promise<TierMove[]> =>
  tx.all(moves, { district: tx.scope.districtId, student: studentId })

/** The tier a student is in, or undefined when none is on record yet. */
export async function tierOf(tx: Transaction, studentId: string): Promise<Tier | undefined> {
  const [newest] = await tierMovesOf(tx, studentId)
  return newest?.toTier
}

export type Move = {
  studentId: string
  schoolId: string
  fromTier: Tier | null
  toTier: Tier
  exitCriterion: string | null
  entryCriterion: string
  tiers: { id: string; version: number }
  decisionId?: string
  supportId?: string
}

const insert = statement(
  (
    $: Record<'district' | 'id' | 'student' | 'school' | 'entry' | 'tiers' | 'by', string> &
      Record<'exit' | 'decision' | 'support', string | null> & {
        from: number | null
        to: number
        version: number
        at: Date
      },
  ) => sql`
    insert into tier_move (district_id, id, student_id, school_id, from_tier, to_tier, exit_criterion, entry_criterion,
      tiers_id, tiers_version, decision_id, support_id, moved_by, moved_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.school}, ${$.from}, ${$.to}, ${$.exit}, ${$.entry}, ${$.tiers},
      ${$.version}, ${$.decision}, ${$.support}, ${$.by}, ${$.at})`,
)

/**
 * Writes a move between tiers and leaves its trace. The criteria are judged before: see obstaclesToMoving.
 * @throws when nobody acts: a person cites the criteria
 */
export function moveTier(unit: Unit, move: Move): void {
  const by = unit.actor.personId
  if (by === null) throw new Error('A move between tiers is decided by a person')
  unit.tx.write(insert, {
    district: unit.districtId,
    id: unit.id(),
    student: move.studentId,
    school: move.schoolId,
    from: move.fromTier,
    to: move.toTier,
    exit: move.exitCriterion,
    entry: move.entryCriterion,
    tiers: move.tiers.id,
    version: move.tiers.version,
    decision: move.decisionId ?? null,
    support: move.supportId ?? null,
    by,
    at: unit.now,
  })
  const detail = {
    from: move.fromTier,
    to: move.toTier,
    exit: move.exitCriterion,
    entry: move.entryCriterion,
  }
  unit.record('tier.moved', { type: 'student', id: move.studentId, studentId: move.studentId }, detail)
}
