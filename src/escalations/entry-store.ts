import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Entry, Escalation } from './escalation.ts'

/** An entry with the name of whoever wrote it. */
export type SeenEntry = Entry & { readonly writtenByName: string }

const all = statement(
  ($: { district: string; id: string }) => sql<SeenEntry>`
    select n.id, n.kind, n.reached, n.spoke_with as "spokeWith", n.barriers, n.acceptance, n.next_opening_on as "nextOpeningOn", n.decision,
      n.opened_type as "openedType", n.opened_id as "openedId", n.again_on as "againOn",
      ${opened('escalation_entry.words', 'n')} as words, n.written_at as "writtenAt", n.written_by as "writtenBy",
      p.name as "writtenByName"
    from escalation_entry n join person p on p.district_id = n.district_id and p.id = n.written_by
    where n.district_id = ${$.district} and n.escalation_id = ${$.id} order by n.written_at, n.id`,
)

/** What was written down about an escalation, the first first. */
export const entriesOf = (tx: Transaction, escalationId: string): Promise<SeenEntry[]> =>
  tx.all(all, { district: tx.scope.districtId, id: escalationId })

const latestCall = statement(
  ($: { district: string; student: string }) => sql<LeadContact>`
    select n.reached, n.written_at as "happenedAt", p.name as "enteredByName"
    from escalation_entry n join person p on p.district_id = n.district_id and p.id = n.written_by
    where n.district_id = ${$.district} and n.student_id = ${$.student} and n.kind = 'family' and n.spoke_with = 'caregiver'
    order by n.written_at desc, n.id desc limit 1`,
)
/** That a lead reached for the family over a stalled loop. */
export type LeadContact = {
  readonly reached: boolean
  readonly happenedAt: Date
  readonly enteredByName: string
}
/** When a lead last reached for the family of a student. Reach is judged by the caller. */
export const latestLeadContactOf = (tx: Transaction, studentId: string): Promise<LeadContact | undefined> =>
  tx.maybe(latestCall, { district: tx.scope.districtId, student: studentId })

const add = statement(
  ($: { district: string; escalation: string; student: string; row: string }) => sql`
    insert into escalation_entry (district_id, id, escalation_id, student_id, kind, reached, spoke_with, barriers, acceptance,
      next_opening_on, decision, opened_type, opened_id, again_on, words, written_at, written_by)
    select ${$.district}::uuid, r."id", ${$.escalation}::uuid, ${$.student}::uuid, r."kind", r."reached", r."spokeWith", r."barriers",
      r."acceptance", r."nextOpeningOn", r."decision", r."openedType", r."openedId", r."againOn", r."words", r."writtenAt",
      r."writtenBy"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "kind" text, "reached" boolean, "spokeWith" text, "barriers" text[],
      "acceptance" text, "nextOpeningOn" date, "decision" text, "openedType" text, "openedId" uuid, "againOn" date,
      "words" text, "writtenAt" timestamptz, "writtenBy" uuid)`,
)

const blank = {
  reached: null,
  spokeWith: null,
  barriers: null,
  acceptance: null,
  nextOpeningOn: null,
  decision: null,
  openedType: null,
  openedId: null,
  againOn: null,
  words: null,
} as const

/** Writes one thing down. The act records a trace about the escalation. */
export function addEntry(
  unit: Unit,
  { id: escalationId, studentId }: Pick<Escalation, 'id' | 'studentId'>,
  entry: Pick<Entry, 'kind'> & Partial<Entry>,
): Entry {
  const whole: Entry = {
    ...blank,
    ...entry,
    id: unit.id(),
    writtenAt: unit.now,
    writtenBy: unit.actor.personId as string,
  }
  const sealed = unit.tx.sealed('escalation_entry', { row: whole.id, of: studentId }, whole)
  unit.tx.write(add, {
    district: unit.districtId,
    escalation: escalationId,
    student: studentId,
    row: JSON.stringify(sealed),
  })
  return whole
}
