import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { isId } from '#platform/ids.ts'
import { type Actor, publicActor } from './actor.ts'
import { actorOf, type Standing } from './assignments.ts'

const ofToken = statement(
  ($: { token: string; hash: Buffer; at: Date }) => sql<Standing>`
    select * from house.standing_of_token(${$.token}, ${$.hash}, ${$.at})`,
)
const byCode = statement(
  ($: { code: string }) => sql<{ district_id: string; school_id: string }>`
    select district_id, school_id from house.school_by_code(${$.code})`,
)

/** Whom a bearer token acts as, or undefined when it does not work (any more). */
export async function standingOfToken(
  db: Db,
  token: { id: string; hash: Buffer },
  at: Date,
): Promise<Actor | undefined> {
  if (!isId(token.id)) return undefined
  const [standing] = await db.ask(ofToken, { token: token.id, hash: token.hash, at })
  return standing && actorOf(standing)
}

/**
 * The public page of a school, or undefined for a code no school has.
 * @param asksFrom a mark of the network the request came from
 */
export async function publicPageOf(db: Db, code: string, asksFrom: string): Promise<Actor | undefined> {
  const [school] = await db.ask(byCode, { code })
  return school && publicActor(school.district_id, school.school_id, asksFrom)
}
