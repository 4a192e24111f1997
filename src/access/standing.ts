import { sql } from 'kysely'
import { type Db, Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { isId } from '#platform/ids.ts'
import { type Actor, publicActor } from './actor.ts'
import { actorOf, type Standing } from './assignments.ts'
import type { Role } from './roles.ts'

const ofToken = statement(
  ($: { token: string; hash: Buffer; at: Date }) => sql<
    Standing & { standing_revision: number; holds_until: Date }
  >`
    select s.*, h.standing_revision, h.holds_until
    from house.standing_of_token(${$.token}, ${$.hash}, ${$.at}) s
    cross join lateral house.token_holds(${$.token}, ${$.at}) h`,
)
const countOf = statement(
  ($: { district: string }) => sql<{ revision: number }>`
    select revision from standing_revision where district_id = ${$.district}`,
)
const byCode = statement(
  ($: { code: string }) => sql<{ district_id: string; school_id: string }>`
    select district_id, school_id from house.school_by_code(${$.code})`,
)
const inRole = statement(
  ($: { district: string; role: Role; at: Date }) => sql<Standing & { email: string | null }>`
    select p.district_id, p.id as person_id, a.id as assignment_id, p.name, p.email, a.role, a.partner_id, a.student_id,
      a.whole_district,
      array(select s.school_id from assignment_school s
        where s.district_id = a.district_id and s.assignment_id = a.id order by s.school_id) as school_ids,
      house.kept_from(p.district_id, p.id, a.student_id is null) as blocked_ids,
      'infinity' as terms_end_on
    from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    join district d on d.district_id = a.district_id
    where a.district_id = ${$.district} and a.role = ${$.role} and p.ended_at is null
      and (a.ended_at is null or a.ended_at > ${$.at})
      and a.starts_on <= (${$.at}::timestamptz at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.at}::timestamptz at time zone d.time_zone)::date)
    order by a.starts_on, a.id`,
)

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
