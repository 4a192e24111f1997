import { sql } from 'kysely'
import type pg from 'pg'
import { type Actor, openedStudents, schoolsInReach, scopeOf } from '#access/actor.ts'
import { actorOf, type Standing } from '#access/assignments.ts'
import { withinReach } from '#access/reach-store.ts'
import { standingOfToken } from '#access/standing.ts'
import type { Db } from '#platform/database/database.ts'
import type { Assignment, District, Facts } from './facts.ts'
import { hashOf, loginOf, tokenOf } from './plant.ts'

export type Asked = {
  db: Db
  /** For who comes with a browser: only the door may ask that. */
  admin: pg.ClientBase
  facts: Facts
  tables: readonly string[]
  /** The schools somebody reaches, as queries are given them; another rule where a spec plants a defect. */
  schools?: (actor: Actor) => readonly string[] | null
  /** The students somebody opened, as queries are given them; another rule where a spec plants a defect. */
  opened?: (actor: Actor) => readonly string[]
}

/** How many marked rows of a table somebody sees, and the sum of their marks. */
export type Seen = { table: string; count: number; sum: number }
/** Tables whose queries narrow them to the schools of an assignment. */
export const reaching = ['student', 'concern', 'referral', 'brief_support', 'crisis_incident'] as const

const summed = (table: string) => sql`select ${sql.lit(table)} as "table", count(mark)::int as count,
  coalesce(sum(mark), 0)::bigint as sum from ${sql.table(table)}`

/** Who an assignment is now, as a machine of theirs is known at each request. */
export async function actorNow(
  { db, facts }: Asked,
  { district, assignment }: { district: District; assignment: Assignment },
): Promise<Actor | undefined> {
  const token = tokenOf(district.id, assignment.id)
  return (await standingOfToken(db, { id: token, hash: hashOf(token) }, facts.now))?.actor
}

/** Who everybody of a district is now, as each is known at the next request with a browser. By assignment. */
export async function actorsAtTheDoor(
  { admin, facts }: { admin: pg.ClientBase; facts: Pick<Facts, 'now'> },
  { id, people }: Pick<District, 'id' | 'people'>,
): Promise<Map<string, Actor>> {
  const logins = people.map((person) => loginOf(id, person.id))
  const { rows } = await admin.query<Standing>(
    'select s.* from unnest($1::uuid[]) as l(login) cross join lateral house.standings_of(l.login, $2) s',
    [logins, facts.now],
  )
  return new Map(
    rows.flatMap((standing) => {
      const actor = actorOf(standing)
      return actor === undefined ? [] : [[standing.assignment_id, actor] as const]
    }),
  )
}

/** What the database lets somebody see of every table. */
export const wallsOf = (db: Db, actor: Actor, tables: readonly string[]): Promise<Seen[]> =>
  db.transaction(scopeOf(actor), (tx) => tx.all(sql<Seen>`${sql.join(tables.map(summed), sql` union all `)}`))

/** What is left of it where queries narrow it to the schools of the assignment. */
export const reachOf = (
  { db, schools = schoolsInReach, opened = openedStudents }: Asked,
  actor: Actor,
): Promise<Seen[]> =>
  db.transaction(scopeOf(actor), (tx) => {
    const students = opened(actor)
    const narrowed = reaching.map((table) => {
      const column = table === 'student' ? 'student.id' : `${table}.student_id`
      const within = withinReach(schools(actor), `${table}.school_id`, { students, column })
      return sql`${summed(table)} where ${within}`
    })
    return tx.all(sql<Seen>`${sql.join(narrowed, sql` union all `)}`)
  })

/** The marks of the rows somebody sees of one table: only asked when sums differ. */
export const marksOf = async (db: Db, actor: Actor, table: string): Promise<Set<number>> => {
  const rows = await db.transaction(scopeOf(actor), (tx) =>
    tx.all(sql<{ mark: number }>`select mark from ${sql.table(table)}`),
  )
  return new Set(rows.map(({ mark }) => mark))
}
