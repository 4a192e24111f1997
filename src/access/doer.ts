import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Actor } from './actor.ts'
import type { Reactions } from './happening.ts'

/**
 * Everything an act or a look needs to happen: who, against which database, by which clock, and what follows.
 */
export type Doer = { db: Db; clock: Clock; actor: Actor; reactions: Reactions }
