import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Hold } from './request.ts'

const columns = sql`
  h.id, h.student_id as "studentId", ${opened('legal_hold.reason', 'h')} as reason, h.placed_at as "placedAt", p.name as "placedByName",
  h.lift_asked_by as "liftAskedBy", q.name as "liftAskedByName", h.lift_asked_at as "liftAskedAt",
  h.lifted_at as "liftedAt", l.name as "liftedByName"`
const tables = sql`
  legal_hold h
  join person p on p.district_id = h.district_id and p.id = h.placed_by
  left join person q on q.district_id = h.district_id and q.id = h.lift_asked_by
  left join person l on l.district_id = h.district_id and l.id = h.lifted_by`

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<Hold>`
    select ${columns} from ${tables} where h.district_id = ${$.district} and h.student_id = ${$.student}
    order by h.lifted_at desc nulls first, h.placed_at desc, h.id`,
)
const held = statement(
  ($: { district: string; student: string; id: string }) => sql<Hold>`
    select ${columns} from ${tables} where h.district_id = ${$.district} and h.student_id = ${$.student} and h.id = ${$.id}
    for no key update of h`,
)
const standing = statement(
  ($: { district: string; schools: readonly string[] | null; limit: number }) => sql<
    Hold & { studentName: string }
  >`
    select ${columns}, coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName"
    from ${tables} join student s on s.district_id = h.district_id and s.id = h.student_id
    where h.district_id = ${$.district} and h.lifted_at is null and ${withinReach($.schools, 's.school_id')}
    order by h.lift_asked_at nulls last, h.placed_at, h.id limit ${$.limit}`,
)
/** Holds in force within reach: those somebody asked to end first. */
export const standingHolds = (tx: Transaction, actor: Actor, limit: number) =>
  tx.all(standing, { district: tx.scope.districtId, schools: schoolsInReach(actor), limit })

/** Holds on the records of a student, those in force first. */
export const holdsOf = (tx: Transaction, studentId: string): Promise<Hold[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student: studentId })

/** Takes one for the rest of the act, or undefined. */
export const holdHold = (
  tx: Transaction,
  { studentId, holdId }: { studentId: string; holdId: string },
): Promise<Hold | undefined> =>
  tx.maybe(held, { district: tx.scope.districtId, student: studentId, id: holdId })

const place = statement(
  ($: { district: string; id: string; student: string; reason: string; by: string; at: Date }) => sql`
    insert into legal_hold (district_id, id, student_id, reason, placed_by, placed_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.reason}, ${$.by}, ${$.at})`,
)
const ask = statement(
  ($: { district: string; id: string; by: string; at: Date }) => sql`
    update legal_hold set lift_asked_by = ${$.by}, lift_asked_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
const lift = statement(
  ($: { district: string; id: string; by: string; at: Date }) => sql`
    update legal_hold set lifted_by = ${$.by}, lifted_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
const byOf = ({ districtId: district, actor, now: at }: Unit) => ({
  district,
  by: actor.personId as string,
  at,
})

/** Holds the records of a student. @returns the id of the hold */
export function addHold(unit: Unit, { studentId, reason }: { studentId: string; reason: string }): string {
  const id = unit.id()
  const said = unit.tx.sealed('legal_hold', { row: id, of: studentId }, { reason })
  unit.tx.write(place, { ...byOf(unit), id, student: studentId, ...said })
  return id
}
/** Keeps who asked to end a hold that is taken; the latest who asks counts. */
export const saveAsking = (unit: Unit, id: string): void => unit.tx.write(ask, { ...byOf(unit), id })
/** Ends a hold that is taken. */
export const saveLifting = (unit: Unit, id: string): void => unit.tx.write(lift, { ...byOf(unit), id })
