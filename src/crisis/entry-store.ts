import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Draft, Entry } from './entry.ts'
import type { Incident } from './incident.ts'
import { tellFollowers } from './tell-followers.ts'

const all = statement(
  ($: { district: string; incident: string }) => sql<Entry>`
    select e.id, e.kind, e.what, e.how, e.person_id as "personId", p.name as "personName",
      ${opened('crisis_entry.words', 'e')} as words, e.items, e.answers, e.standard_id as "standardId", e.about_id as "aboutId",
      e.happened_at as "happenedAt", e.entered_at as "enteredAt", e.entered_by as "enteredBy", w.name as "enteredByName"
    from crisis_entry e
    left join person p on p.district_id = e.district_id and p.id = e.person_id
    left join person w on w.district_id = e.district_id and w.id = e.entered_by
    where e.district_id = ${$.district} and e.incident_id = ${$.incident} order by e.happened_at, e.id`,
)

/** What was written down in an incident, in the order in which it happened. */
export const entriesOf = (tx: Transaction, incidentId: string): Promise<Entry[]> =>
  tx.all(all, { district: tx.scope.districtId, incident: incidentId })

const insert = statement(
  ($: { district: string; row: string }) => sql`
    insert into crisis_entry (district_id, id, incident_id, kind, what, how, person_id, words, items, answers, standard_id, about_id,
      happened_at, entered_at, entered_by)
    select ${$.district}::uuid, r."id", r."incidentId", r."kind", r."what", r."how", r."personId", r."words", r."items", r."answers",
      r."standardId", r."aboutId", r."happenedAt", r."enteredAt", r."enteredBy"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "incidentId" uuid, "kind" text, "what" text, "how" text,
      "personId" uuid, "words" text, "items" text[], "answers" jsonb, "standardId" uuid, "aboutId" uuid, "happenedAt" timestamptz,
      "enteredAt" timestamptz, "enteredBy" uuid)`,
)

/** Keeps an entry as it happened, beside when it was written down and by whom. @returns its id */
export function addEntry(
  unit: Unit,
  { id: incidentId, studentId }: Pick<Incident, 'id' | 'studentId'>,
  { happenedAt, words = null, ...draft }: Draft & { happenedAt: Date },
): string {
  const id = unit.id()
  const sealed = unit.tx.sealed('crisis_entry', { row: id, of: studentId }, { words })
  const row = { ...draft, ...sealed, id, incidentId, happenedAt, enteredAt: unit.now }
  unit.tx.write(insert, {
    district: unit.districtId,
    row: JSON.stringify({ ...row, enteredBy: unit.actor.personId }),
  })
  tellFollowers(unit.tx, incidentId)
  return id
}
