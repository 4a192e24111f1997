import type { Actor } from '#access/actor.ts'
import { systemActor } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import type { Reactions } from '#access/happening.ts'
import { standingClock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'

/** Tuesday, October 13, 2026, 13:30 in Los Angeles. Monday was a school holiday. */
export const tuesday = '2026-10-13T20:30:00Z'

/** A database, a clock that stands still until it is moved, and anybody acting in them. */
export function worldOf({ db, reactions, at = tuesday }: { db: Db; reactions: Reactions; at?: string }) {
  const clock = standingClock(at)
  const as = (actor: Actor): Doer => ({ db, actor, clock, reactions, provenLately: true })
  return { db, clock, as, asSystem: (districtId: string) => as(systemActor(districtId)) }
}
