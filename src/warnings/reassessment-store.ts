import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Outcome, Reassessment } from './reassessment.ts'

type Of = { district: string; student: string }
const open = ($: Of) => sql<Reassessment>`
  select t.id, t.student_id as "studentId", t.school_id as "schoolId", t.every_days as "everyDays", t.next_on as "nextOn",
    ${opened('reassessment.reason', 't')} as reason, s.name as "startedByName", t.started_at as "startedAt",
    l.name as "lookedByName", t.looked_at as "lookedAt", t.outcome, t.version
  from reassessment t
  join person s on s.district_id = t.district_id and s.id = t.started_by
  left join person l on l.district_id = t.district_id and l.id = t.looked_by
  where t.district_id = ${$.district} and t.student_id = ${$.student} and t.ended_at is null`
const found = statement(open)
const held = statement(($: Of) => sql<Reassessment>`${open($)} for no key update of t`)

/** Whether and how a student is looked at again. Reach is judged by the student. */
export const findReassessment = (tx: Transaction, student: string): Promise<Reassessment | undefined> =>
  tx.maybe(found, { district: tx.scope.districtId, student })

/** The same, taken for the rest of the act. */
export const holdReassessment = ({ tx, districtId }: Unit, student: string) =>
  tx.maybe(held, { district: districtId, student })

type New = { studentId: string; schoolId: string; everyDays: number; nextOn: string; reason: string }
const insert = statement(
  (
    $: Of & { id: string; school: string; every: number; next: string; reason: string; by: string; at: Date },
  ) => sql`
    insert into reassessment (district_id, id, student_id, school_id, every_days, next_on, reason, started_by, started_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.school}, ${$.every}, ${$.next}::date, ${$.reason}, ${$.by}, ${$.at})
    on conflict (district_id, student_id) where ended_at is null do nothing`,
)
/** Puts a student on the list. @returns its id, or undefined when they are on it already */
export async function insertReassessment(unit: Unit, given: New): Promise<string | undefined> {
  const { tx, districtId: district, actor, now: at } = unit
  const id = unit.id()
  const sealed = tx.sealed('reassessment', { row: id, of: given.studentId }, { reason: given.reason })
  const added = await tx.run(insert, {
    district,
    id,
    student: given.studentId,
    school: given.schoolId,
    every: given.everyDays,
    next: given.nextOn,
    ...sealed,
    by: actor.personId as string,
    at,
  })
  return added === 0 ? undefined : id
}

type Change = { district: string; id: string; by: string; at: Date; version: number }
const changing = ({ districtId, actor, now }: Unit, { id, version }: Reassessment): Change => ({
  district: districtId,
  id,
  by: actor.personId as string,
  at: now,
  version,
})
const look = statement(
  ($: Change & { outcome: Outcome; next: string }) => sql`
    update reassessment set outcome = ${$.outcome}, looked_by = ${$.by}, looked_at = ${$.at}, next_on = ${$.next}::date,
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Keeps how a held student stood, and the day of the next look. */
export const saveLook = (unit: Unit, held: Reassessment, said: { outcome: Outcome; next: string }): void =>
  unit.tx.write(look, { ...changing(unit, held), ...said })

const end = statement(
  ($: Change) => sql`
    update reassessment set ended_by = ${$.by}, ended_at = ${$.at}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Takes a held student off the list. */
export const saveEnd = (unit: Unit, held: Reassessment): void => unit.tx.write(end, changing(unit, held))
