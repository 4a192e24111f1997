import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { isId } from '#platform/ids.ts'
import { type Actor, publicActor } from './actor.ts'
import { type Role, roles } from './roles.ts'

type Row = {
  district_id: string
  person_id: string
  assignment_id: string
  name: string
  role: string
  partner_id: string | null
  student_id: string | null
  whole_district: boolean
  school_ids: string[]
}

const ofLogin = statement(
  ($: { login: string; at: Date }) => sql<Row>`select * from house.standings_of(${$.login}, ${$.at})`,
)
const ofToken = statement(
  ($: { token: string; hash: Buffer; at: Date }) => sql<Row>`select * from house.standing_of_token(${$.token}, ${$.hash}, ${$.at})`,
)
const byCode = statement(
  ($: { code: string }) => sql<{ district_id: string; school_id: string }>`select district_id, school_id from house.school_by_code(${$.code})`,
)

/** A role this version does not know gives no rights. */
const known = (row: Row): row is Row & { role: Role } => (roles as string[]).includes(row.role)

const actorFrom = (row: Row & { role: Role }): Actor => ({
  personId: row.person_id,
  assignmentId: row.assignment_id,
  districtId: row.district_id,
  name: row.name,
  role: row.role,
  schoolIds: row.whole_district ? null : row.school_ids,
  partnerId: row.partner_id,
  studentId: row.student_id,
})

/** Everything a sign-in account may act as now, the person's own assignments before those they cover. */
export const standingsOf = async (db: Db, login: string, at: Date): Promise<Actor[]> =>
  (await db.ask(ofLogin, { login, at })).filter(known).map(actorFrom)

/** Whom a bearer token acts as, or undefined when it does not work (any more). */
export async function standingOfToken(db: Db, token: { id: string; hash: Buffer }, at: Date): Promise<Actor | undefined> {
  if (!isId(token.id)) return undefined
  const rows = await db.ask(ofToken, { token: token.id, hash: token.hash, at })
  return rows.filter(known).map(actorFrom)[0]
}

/** The public page of a school, or undefined for a code no school has. */
export async function publicPageOf(db: Db, code: string): Promise<Actor | undefined> {
  const [school] = await db.ask(byCode, { code })
  return school && publicActor(school.district_id, school.school_id)
}
