import { sql } from 'kysely'
import { type Actor, openedStudents, schoolsInReach } from '#access/actor.ts'
import { caregiverNotKept } from '#access/not-kept-store.ts'
import { withinReach } from '#access/reach-store.ts'
import { sideOf } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { query, statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { protectionOf } from './protection-store.ts'
import type { Caregiver, Student } from './student.ts'

/**
 * Which students an actor may see at all: on the school side those of the schools the assignment covers, on
 * the family side the one child, on the partner side none (an agency knows students by its own referrals).
 * Starts every query.
 */
export function visibleStudents(actor: Actor) {
  const inDistrict = query.selectFrom('student').where('student.district_id', '=', actor.districtId)
  if (sideOf(actor.role) === 'family') return inDistrict.where('student.id', '=', actor.studentId)
  const schools = schoolsInReach(actor)
  if (schools === null) return inDistrict
  return inDistrict.where('student.school_id', '=', sql<string>`any(${schools}::uuid[])`)
}

const studentColumns = sql`
  t.id, t.source_id as "sourceId", t.local_id as "localId", t.given_name as "givenName", t.family_name as "familyName",
  t.preferred_name as "preferredName", t.born_on as "bornOn", t.grade, t.school_id as "schoolId", c.name as "schoolName",
  t.home_language as "homeLanguage", t.disability, t.neighborhood,
  ${opened('student.accommodation', 't')} as accommodation, t.left_on as "leftOn", t.version`
const studentTables = sql`
  student t left join school c on c.district_id = t.district_id and c.id = t.school_id`

type Reach = {
  district: string
  id: string
  schools: readonly string[] | null
  opened: readonly string[]
  child: string | null
}
const within = ($: Reach) => sql`
  t.district_id = ${$.district} and t.id = ${$.id}
  and (${withinReach($.schools, 't.school_id', { students: $.opened, column: 't.id' })} or t.id = ${$.child}::uuid)`

const one = statement(
  ($: Reach) => sql<Student>`select ${studentColumns} from ${studentTables} where ${within($)}`,
)
const oneHeld = statement(
  ($: Reach) =>
    sql<Student>`select ${studentColumns} from ${studentTables} where ${within($)} for no key update of t`,
)

const reachOf = (actor: Actor, id: string): Reach => ({
  district: actor.districtId,
  id,
  schools: schoolsInReach(actor),
  opened: openedStudents(actor),
  child: sideOf(actor.role) === 'family' ? actor.studentId : null,
})

/**
 * One student within the actor's reach, or opened to them, or undefined: a stranger's and one that does not
 * exist look alike.
 */
export const findStudent = (tx: Transaction, actor: Actor, id: string): Promise<Student | undefined> =>
  tx.maybe(one, reachOf(actor, id))

/** Takes the row of a student within reach for the rest of the act. */
export const holdStudent = (tx: Transaction, actor: Actor, id: string): Promise<Student | undefined> =>
  tx.maybe(oneHeld, reachOf(actor, id))

const any = statement(
  ($: { district: string; id: string }) => sql<Student>`
    select ${studentColumns} from ${studentTables} where t.district_id = ${$.district} and t.id = ${$.id}`,
)

/**
 * The basics of a student that another record names, when reach was judged by that record already.
 * @throws when the walls of the transaction hide the student
 */
export const getStudentCard = (tx: Transaction, id: string): Promise<Student> =>
  tx.one(any, { district: tx.scope.districtId, id })

const caregiverColumns = sql`
  g.caregiver_id as id, g.student_id as "studentId", c.name,
  ${opened('caregiver.phone', 'c')} as phone, ${opened('caregiver.email', 'c')} as email, c.language, c.interpreter,
  c.contact_rule as "contactRule", ${opened('caregiver.contact_hours', 'c')} as "contactHours", g.relationship, g.authority,
  ${protectionOf} as protection, g.authority_checked_on as "authorityCheckedOn", g.position, c.version`
const caregiverTables = sql`
  guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id`

const caregivers = statement(
  ($: { district: string; student: string }) => sql<Caregiver>`
    select ${caregiverColumns} from ${caregiverTables}
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null
    order by g.position, c.name, c.id`,
)

/**
 * The adults who care for a student now, in the order in which to contact them. Reach is judged by the
 * caller.
 */
export const caregiversOf = (tx: Transaction, studentId: string): Promise<Caregiver[]> =>
  tx.all(caregivers, { district: tx.scope.districtId, student: studentId })

const toContact = statement(
  ($: { district: string; student: string }) => sql<Caregiver>`
    select ${caregiverColumns} from ${caregiverTables}
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null
      and ${caregiverNotKept('c', 'g')}
    order by g.position, c.name, c.id`,
)

/** Those of them who may be contacted: nobody who is kept away. */
export const caregiversToContact = (tx: Transaction, studentId: string): Promise<Caregiver[]> =>
  tx.all(toContact, { district: tx.scope.districtId, student: studentId })

const notTold = statement(
  ($: { district: string; student: string }) => sql<{
    name: string
    relationship: Caregiver['relationship']
  }>`
    select c.name, g.relationship from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null
      and not ${caregiverNotKept('c', 'g')}
    order by g.position, c.name, c.id`,
)

/** Those who are kept away: nobody contacts them or tells them anything. Why stands elsewhere. */
export const caregiversNotTold = (tx: Transaction, studentId: string) =>
  tx.all(notTold, { district: tx.scope.districtId, student: studentId })

const guardian = statement(
  ($: { district: string; student: string; caregiver: string }) => sql<Caregiver>`
    select ${caregiverColumns} from ${caregiverTables}
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.caregiver_id = ${$.caregiver}
      and g.ended_on is null`,
)

/** One caregiver of a student, with what they are to that student, or undefined. */
export const guardianOf = (
  tx: Transaction,
  studentId: string,
  caregiverId: string,
): Promise<Caregiver | undefined> =>
  tx.maybe(guardian, { district: tx.scope.districtId, student: studentId, caregiver: caregiverId })

const guardianHeld = statement(
  ($: { district: string; student: string; caregiver: string }) => sql<Caregiver>`
    select ${caregiverColumns} from ${caregiverTables}
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.caregiver_id = ${$.caregiver}
      and g.ended_on is null for no key update`,
)

/** Takes a caregiver's row, and what they are to the student, for the rest of the act. */
export const holdCaregiver = (
  tx: Transaction,
  studentId: string,
  caregiverId: string,
): Promise<Caregiver | undefined> =>
  tx.maybe(guardianHeld, { district: tx.scope.districtId, student: studentId, caregiver: caregiverId })

const names = statement(
  ($: { district: string; ids: readonly string[] }) => sql<{ id: string; name: string }>`
    select id, name from person where district_id = ${$.district} and id = any(${$.ids}::uuid[])`,
)

/** Names of staff and partner staff by id. An id nobody has is left out. */
export async function personNames(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await tx.all(names, { district: tx.scope.districtId, ids: wanted })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const studentNamesByIds = statement(
  ($: { district: string; ids: readonly string[] }) => sql<{ id: string; name: string }>`
    select id, coalesce(preferred_name, given_name) || ' ' || family_name as name from student
    where district_id = ${$.district} and id = any(${$.ids}::uuid[])`,
)

/** Names of students by id, when reach was judged already. */
export async function studentNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.all(studentNamesByIds, { district: tx.scope.districtId, ids: [...new Set(ids)] })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
