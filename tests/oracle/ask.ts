import { sql } from 'kysely'
import { type Actor, schoolsInReach, scopeOf } from '#access/actor.ts'
import { withinReach } from '#access/reach.ts'
import { standingOfToken } from '#access/standing.ts'
import type { Db } from '#platform/database/database.ts'
import type { Assignment, District, Facts } from './facts.ts'
import { hashOf, tokenOf } from './plant.ts'

export type Asked = {
  db: Db
  facts: Facts
  tables: readonly string[]
  /** The schools somebody reaches, as queries are given them; another rule where a spec plants a defect. */
  schools?: (actor: Actor) => readonly string[] | null
}

/** How many rows of a table somebody sees, and the sum of their marks. */
export type Seen = { table: string; count: number; sum: number }
/** Tables whose queries narrow them to the schools of an assignment. */
export const reaching = ['student', 'concern', 'referral', 'brief_support', 'crisis_incident'] as const

const summed = (table: string) => sql`select ${sql.lit(table)} as "table", count(*)::int as count,
  coalesce(sum(mark), 0)::bigint as sum from ${sql.table(table)}`

/** Who an assignment is now, as a machine of theirs is known at each request. */
export function actorNow(
  { db, facts }: Asked,
  { district, assignment }: { district: District; assignment: Assignment },
): Promise<Actor | undefined> {
  const token = tokenOf(district.id, assignment.id)
  return standingOfToken(db, { id: token, hash: hashOf(token) }, facts.now)
}

/** What the database lets somebody see of every table. */
export const wallsOf = (db: Db, actor: Actor, tables: readonly string[]): Promise<Seen[]> =>
  db.transaction(scopeOf(actor), (tx) => tx.all(sql<Seen>`${sql.join(tables.map(summed), sql` union all `)}`))

/** What is left of it where queries narrow it to the schools of the assignment. */
export const reachOf = ({ db, schools = schoolsInReach }: Asked, actor: Actor): Promise<Seen[]> =>
  db.transaction(scopeOf(actor), (tx) => {
    const narrowed = reaching.map(
      (table) => sql`${summed(table)} where ${withinReach(schools(actor), `${table}.school_id`)}`,
    )
    return tx.all(sql<Seen>`${sql.join(narrowed, sql` union all `)}`)
  })

/** The marks of the rows somebody sees of one table: only asked when sums differ. */
export const marksOf = async (db: Db, actor: Actor, table: string): Promise<Set<number>> => {
  const rows = await db.transaction(scopeOf(actor), (tx) =>
    tx.all(sql<{ mark: number }>`select mark from ${sql.table(table)}`),
  )
  return new Set(rows.map(({ mark }) => mark))
}
