import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { ReturnSheet } from './plan.ts'

/** A sheet as whoever has to know reads it: the student, what to do, and whom to ask. */
export type SeenSheet = ReturnSheet & {
  readonly studentName: string
  readonly readerName: string
  readonly contactName: string
  readonly contactPhone: string | null
}

const seen = sql`
  select t.id, t.incident_id as "incidentId", t.student_id as "studentId", ${opened('return_sheet.words', 't')} as words,
    t.reader_id as "readerId", t.given_at as "givenAt", r.name as "readerName", c.name as "contactName", c.phone as "contactPhone",
    coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName"
  from return_sheet t
  join student s on s.district_id = t.district_id and s.id = t.student_id
  join person r on r.district_id = t.district_id and r.id = t.reader_id
  join person c on c.district_id = t.district_id and c.id = t.contact_id`
const ofPlan = statement(
  ($: { district: string; incident: string }) => sql<SeenSheet>`${seen}
    where t.district_id = ${$.district} and t.incident_id = ${$.incident} order by r.name, t.id`,
)

/** Who was given a sheet of a plan, and what it says. Reach is judged by the plan. */
export const sheetsOf = (tx: Transaction, incident: string): Promise<SeenSheet[]> =>
  tx.all(ofPlan, { district: tx.scope.districtId, incident })

const ofReader = statement(
  ($: {
    district: string
    person: string | null
    schools: readonly string[] | null
  }) => sql<SeenSheet>`${seen}
    join return_plan p on p.district_id = t.district_id and p.incident_id = t.incident_id and p.ended_at is null
    where t.district_id = ${$.district} and t.reader_id = ${$.person} and ${withinReach($.schools, 't.school_id')}
    order by "studentName", t.id`,
)

/** What one was given oneself, while the plan goes on and one still works at the school. */
export const ownSheets = (tx: Transaction, actor: Actor): Promise<SeenSheet[]> =>
  tx.all(ofReader, { district: actor.districtId, person: actor.personId, schools: schoolsInReach(actor) })

type New = { incidentId: string; studentId: string; schoolId: string; readerId: string; contactId: string }
const insert = statement(
  ($: New & { district: string; id: string; words: string; by: string; now: Date }) => sql`
    insert into return_sheet (district_id, id, incident_id, student_id, school_id, reader_id, words, contact_id, given_by, given_at)
    values (${$.district}, ${$.id}, ${$.incidentId}, ${$.studentId}, ${$.schoolId}, ${$.readerId}, ${$.words}, ${$.contactId},
      ${$.by}, ${$.now})`,
)
const anew = statement(
  ($: { district: string; id: string; words: string; contact: string; by: string; now: Date }) => sql`
    update return_sheet set words = ${$.words}, contact_id = ${$.contact}, given_by = ${$.by}, given_at = ${$.now},
      version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Gives somebody a sheet; whoever has one reads the new words from here on. */
export function saveSheet(
  unit: Unit,
  sheet: New & { words: string },
  before: Pick<ReturnSheet, 'id'> | undefined,
): void {
  const { tx, districtId: district, actor, now } = unit
  const id = before?.id ?? unit.id()
  const { words } = tx.sealed('return_sheet', { row: id, of: sheet.studentId }, { words: sheet.words })
  const by = actor.personId as string
  if (before === undefined) tx.write(insert, { ...sheet, district, id, words, by, now })
  else tx.write(anew, { district, id, words, contact: sheet.contactId, by, now })
}
