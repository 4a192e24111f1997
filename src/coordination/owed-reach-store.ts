import { sql } from 'kysely'
import { withinReach } from '#access/reach-store.ts'
import type { Role } from '#access/roles.ts'

/** Who asks what is owed to them, and from where they may read. */
export type Reach = {
  role: string
  now: Date
  deciders: readonly Role[]
  district: string
  person: string
  /** Colleagues they stand in for today. */
  covered: readonly string[]
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
/** Whether something is theirs: their own, or of a colleague they stand in for, at their own schools. */
export const theirs = ($: Reach, owner: string, school: string) => sql`
  (${sql.ref(owner)} = ${$.person} or (${sql.ref(owner)} = any(${$.covered}::uuid[]) and ${withinReach($.schools, school)}))`
