import type { Actor } from '#access/actor.ts'
import { actorOf, type Standing } from '#access/assignments.ts'
import { newId } from '#platform/ids.ts'
import { assignmentId, cast, type CastKey } from '../riverside/cast.ts'
import type { World } from './riverside.ts'

type Database = Pick<World, 'admin' | 'clock'>

/** The sign-in account of somebody of the cast, given to them when they have none. */
async function loginOf({ admin }: Database, key: CastKey): Promise<string> {
  const { id } = cast[key]
  const { rows } = await admin.query<{ login: string | null }>(
    'select login_id as login from person where id = $1',
    [id],
  )
  const login = rows[0]?.login ?? newId()
  await admin.query('begin; set local session_replication_role = replica')
  await admin.query('update person set login_id = $2 where id = $1', [id, login])
  await admin.query('commit')
  return login
}

/**
 * Who somebody of the cast is at their next request with a browser, as the database says: with what they are
 * kept from, and what they opened.
 */
export async function atTheDoor(world: Database, key: CastKey, position = 0): Promise<Actor> {
  const { rows } = await world.admin.query<Standing>('select * from house.standings_of($1, $2)', [
    await loginOf(world, key),
    world.clock.now(),
  ])
  const standing = rows.find((row) => row.assignment_id === assignmentId(key, position))
  const actor = standing && actorOf(standing)
  if (actor === undefined) throw new Error(`${key} is nobody at the door`)
  return actor
}
