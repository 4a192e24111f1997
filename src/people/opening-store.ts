import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Candidate, Finding, OpeningReason, RecordOpening } from './opening.ts'

const byNumber = statement(
  ($: { district: string; typed: string; number: number | null }) => sql<Candidate>`
    select t.id, t.given_name as "givenName", t.family_name as "familyName", t.preferred_name as "preferredName",
      t.born_on as "bornOn", t.school_id as "schoolId"
    from student t where t.district_id = ${$.district} and t.id in (
      select id from student where district_id = ${$.district} and local_id = ${$.typed}
      union select student_id from referral where district_id = ${$.district} and number = ${$.number}::int)
    order by t.id limit 20`,
)

/** Students of the whole district whose number this is, at school or of a referral. Only to be compared. */
export const candidatesFor = (
  tx: Transaction,
  { typed, number }: { typed: string; number: number | undefined },
): Promise<Candidate[]> => tx.all(byNumber, { district: tx.scope.districtId, typed, number: number ?? null })

const add = statement(
  (
    $: Record<'district' | 'id' | 'student' | 'reason' | 'words', string> &
      Record<'person' | 'assignment', string | null> &
      Record<'at' | 'ends', Date>,
  ) => sql`
    insert into record_opening (district_id, id, student_id, person_id, assignment_id, reason, words, opened_at, ends_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.person}, ${$.assignment}, ${$.reason}, ${$.words}, ${$.at}, ${$.ends})`,
)
type New = { studentId: string; reason: OpeningReason; words: string; endsAt: Date }

/** Opens a student to who acts, in the assignment they use. @returns its id */
export function addOpening(unit: Unit, { studentId, reason, words, endsAt }: New): string {
  const id = unit.id()
  const { personId: person, assignmentId: assignment } = unit.actor
  const sealed = unit.tx.sealed('record_opening', { row: id, of: studentId }, { words })
  const row = { id, student: studentId, person, assignment, reason, ...sealed, at: unit.now, ends: endsAt }
  unit.tx.write(add, { district: unit.districtId, ...row })
  return id
}

const end = statement(
  ($: Record<'district' | 'id' | 'student' | 'opener', string> & { by: string | null; at: Date }) => sql`
    insert into record_opening_end (district_id, opening_id, student_id, opened_by, ended_by, ended_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.opener}, ${$.by}, ${$.at})`,
)
const review = statement(
  (
    $: Record<'district' | 'id' | 'student' | 'opener' | 'finding' | 'words', string> & {
      by: string | null
      at: Date
    },
  ) => sql`
    insert into record_opening_review (district_id, opening_id, student_id, opened_by, reviewed_by, reviewed_at, finding, words)
    values (${$.district}, ${$.id}, ${$.student}, ${$.opener}, ${$.by}, ${$.at}, ${$.finding}, ${$.words})`,
)
type About = Pick<RecordOpening, 'id' | 'studentId' | 'personId'>
const valuesOf = (unit: Unit, { id, studentId, personId }: About) => ({
  district: unit.districtId,
  id,
  student: studentId,
  opener: personId,
  by: unit.actor.personId,
  at: unit.now,
})

/** Ends an opening before its time: nothing is read through it from the next request on. */
export const addEnd = (unit: Unit, opening: About): void => unit.tx.write(end, valuesOf(unit, opening))

/** Writes down what somebody else found. */
export function addReview(unit: Unit, opening: About, found: { finding: Finding; words: string }): void {
  const place = { row: opening.id, of: opening.studentId }
  const sealed = unit.tx.sealed('record_opening_review', place, found)
  unit.tx.write(review, { ...valuesOf(unit, opening), ...sealed })
}

const columns = sql`
  o.id, o.student_id as "studentId", coalesce(t.preferred_name, t.given_name) || ' ' || t.family_name as "studentName",
  c.name as "schoolName", o.person_id as "personId", p.name as "personName", a.role, o.reason, ${opened('record_opening.words', 'o')} as words,
  o.opened_at as "openedAt", o.ends_at as "endsAt", e.ended_at as "endedAt", v.finding,
  ${opened('record_opening_review.words', 'v')} as "reviewWords",
  v.reviewed_at as "reviewedAt", r.name as "reviewedByName"`
const tables = sql`
  record_opening o
  join student t on t.district_id = o.district_id and t.id = o.student_id
  left join school c on c.district_id = t.district_id and c.id = t.school_id
  join person p on p.district_id = o.district_id and p.id = o.person_id
  join assignment a on a.district_id = o.district_id and a.id = o.assignment_id
  left join record_opening_end e on e.district_id = o.district_id and e.opening_id = o.id
  left join record_opening_review v on v.district_id = o.district_id and v.opening_id = o.id
  left join person r on r.district_id = v.district_id and r.id = v.reviewed_by`

type Reach = { district: string; schools: readonly string[] | null }
const one = statement(
  ($: Reach & { id: string }) => sql<RecordOpening>`
    select ${columns} from ${tables}
    where o.district_id = ${$.district} and o.id = ${$.id} and ${withinReach($.schools, 't.school_id')}`,
)
const held = statement(
  ($: { district: string; id: string }) => sql<RecordOpening>`
    select ${columns} from ${tables} where o.district_id = ${$.district} and o.id = ${$.id}`,
)
const waiting = statement(
  ($: Reach & { limit: number }) => sql<RecordOpening>`
    select ${columns} from ${tables}
    where o.district_id = ${$.district} and ${withinReach($.schools, 't.school_id')} and v.finding is null
    order by o.opened_at, o.id limit ${$.limit}`,
)
const reviewed = statement(
  ($: Reach & { limit: number }) => sql<RecordOpening>`
    select ${columns} from ${tables}
    where o.district_id = ${$.district} and ${withinReach($.schools, 't.school_id')} and v.finding is not null
    order by v.reviewed_at desc, o.id desc limit ${$.limit}`,
)
const ownNow = statement(
  ($: { district: string; assignment: string | null; now: Date }) => sql<RecordOpening>`
    select ${columns} from ${tables}
    where o.district_id = ${$.district} and o.assignment_id = ${$.assignment} and o.ends_at > ${$.now} and e.ended_at is null
    order by o.ends_at, o.id`,
)

const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

/** One opening of a student within the reach of whoever looks at it, or undefined. */
export const findOpening = (tx: Transaction, actor: Actor, id: string): Promise<RecordOpening | undefined> =>
  tx.maybe(one, { ...reachOf(actor), id })

/** One opening, whoever's it is; who may is asked by the caller. */
export const anyOpening = (tx: Transaction, id: string): Promise<RecordOpening | undefined> =>
  tx.maybe(held, { district: tx.scope.districtId, id })

/** What waits for a review, the oldest first. */
export const openingsWaiting = (tx: Transaction, actor: Actor, limit: number): Promise<RecordOpening[]> =>
  tx.all(waiting, { ...reachOf(actor), limit })

/** What was reviewed, the latest first. */
export const openingsReviewed = (tx: Transaction, actor: Actor, limit: number): Promise<RecordOpening[]> =>
  tx.all(reviewed, { ...reachOf(actor), limit })

/** What who acts has open now, in the assignment they use. */
export const ownOpenings = (tx: Transaction, actor: Actor, now: Date): Promise<RecordOpening[]> =>
  tx.all(ownNow, { district: actor.districtId, assignment: actor.assignmentId, now })
