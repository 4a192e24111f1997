import { inject } from 'vitest'
import { reactions } from '#access/happening.ts'
import type { Reactions } from '#access/happening.ts'
import { seedBase } from '../riverside/base.ts'
import { actorOf, type CastKey } from '../riverside/cast.ts'
import { riversideId } from '../riverside/places.ts'
import { databaseOn, haveTemplate } from './own-database.ts'
import { tuesday, worldOf } from './world.ts'

type TrailRow = { role: string; name: string; kind: string; subject_id: string | null; detail: unknown }

const scene = 'throughline_riverside'
let isSet: Promise<void> | undefined

/** The scene is set once in a run: copying it costs a fraction of setting it. */
async function copyOfTheScene() {
  const server = inject('server')
  isSet ??= haveTemplate(server, scene, (db) =>
    db.transaction({ districtId: riversideId, side: 'system' }, seedBase),
  )
  await isSet
  return databaseOn(server, undefined, scene)
}

/**
 * Riverside with its scene set and no story begun, in a database of its own.
 * @param wiring what follows what; nothing when a spec looks at one module alone
 */
export async function riverside({
  wiring = reactions([]),
  at = tuesday,
}: {
  wiring?: Reactions
  at?: string
} = {}) {
  const database = await copyOfTheScene()
  const world = worldOf({ db: database.db, reactions: wiring, at })
  const trailOf = async (where: string, values: unknown[]) => {
    const { rows } = await database.admin.query<TrailRow>(
      `select role, name, kind, subject_id, detail from audit_event where name not like '%.seeded' and ${where} order by at, id`,
      values,
    )
    return rows
  }
  return {
    ...world,
    admin: database.admin,
    login: database.login,
    districtId: riversideId,
    /** A member of the cast, ready to act. */
    being: (key: CastKey, position = 0) => world.as(actorOf(key, position)),
    /** What the trail says, as "role: name". */
    trail: async (kind: 'change' | 'refusal' | 'read' = 'change') =>
      (await trailOf('kind = $1', [kind])).map((row) => `${row.role}: ${row.name}`),
    trailOf,
    close: database.close,
  }
}
export type World = Awaited<ReturnType<typeof riverside>>
