import { sql } from 'kysely'
import type { Role } from '#access/roles.ts'

/** Who asks what is owed to them, and from where they may read. */
export type Reach = {
  role: string
  now: Date
  deciders: readonly Role[]
  district: string
  person: string
  schools: readonly string[] | null
  triage: boolean
  care: boolean
  lead: boolean
}
/** The student of a thing, by the name they go by. */
export const name = sql`coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name`
/** Joins the student of whatever carries one. */
export const student = (of: string) =>
  sql`left join student s on s.district_id = ${sql.ref(`${of}.district_id`)} and s.id = ${sql.ref(`${of}.student_id`)}`
