import { type Db, Transaction } from '#platform/database/database.ts'
import { isId } from '#platform/ids.ts'
import { type Actor, publicActor } from './actor.ts'
import { actorOf } from './assignments.ts'
import type { Role } from './roles.ts'
import { ofToken, countOf, byCode, inRole } from './standing-store.ts'

/**
 * Everybody who holds a role of the school side now, each through the assignment that gives it. The command
 * line acts for them, and is asked for no acknowledgement.
 */
export async function actorsInRole(
  db: Db,
  given: { district: string; role: Role; at: Date },
): Promise<{ actor: Actor; email: string | null }[]> {
  const scope = { districtId: given.district, side: 'system' } as const
  const standings = await db.transaction(scope, (tx) => tx.all(inRole, given))
  return standings.flatMap(({ email, ...standing }) => {
    const actor = actorOf(standing)
    return actor === undefined ? [] : [{ actor, email }]
  })
}

/** Whom a token acts as, and for how long nothing needs to be asked but the count of changes. */
export type Seen = {
  actor: Actor
  /** The count of what says who somebody of the district is. */
  revision: number
  seenAt: Date
  /** The first instant at which time alone may change what the token gives. */
  holdsUntil: Date
}

/** Whom a bearer token acts as, or undefined when it does not work (any more). @param where to ask */
export async function standingOfToken(
  where: Db | Transaction,
  token: { id: string; hash: Buffer },
  at: Date,
): Promise<Seen | undefined> {
  if (!isId(token.id)) return undefined
  const values = { token: token.id, hash: token.hash, at }
  const [standing] = await (where instanceof Transaction
    ? where.all(ofToken, values)
    : where.ask(ofToken, values))
  const actor = standing && actorOf(standing)
  if (standing === undefined || actor === undefined) return undefined
  return { actor, revision: standing.standing_revision, seenAt: at, holdsUntil: standing.holds_until }
}

/**
 * Whether what was seen still stands: nothing that says who somebody is changed since, and no instant passed
 * at which it changes by itself. @param tx between the walls of their district
 */
export async function stillStands(tx: Transaction, seen: Seen, at: Date): Promise<boolean> {
  if (at < seen.seenAt || at >= seen.holdsUntil) return false
  const count = await tx.maybe(countOf, { district: seen.actor.districtId })
  return (count?.revision ?? 0) === seen.revision
}

/**
 * The public page of a school, or undefined for a code no school has.
 * @param asksFrom a mark of the network the request came from
 */
export async function publicPageOf(db: Db, code: string, asksFrom: string): Promise<Actor | undefined> {
  const [school] = await db.ask(byCode, { code })
  return school && publicActor(school.district_id, school.school_id, asksFrom)
}
