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
    select e.id, e.kind, e.what, e.how, e.student_id as "studentId", e.person_id as "personId", p.name as "personName",
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
    insert into crisis_entry (district_id, id, incident_id, kind, what, how, student_id, person_id, words, items, answers, standard_id,
      about_id, happened_at, entered_at, entered_by)
    select ${$.district}::uuid, r."id", r."incidentId", r."kind", r."what", r."how", r."studentId", r."personId", r."words", r."items",
      r."answers", r."standardId", r."aboutId", r."happenedAt", r."enteredAt", r."enteredBy"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "incidentId" uuid, "kind" text, "what" text, "how" text,
      "studentId" uuid, "personId" uuid, "words" text, "items" text[], "answers" jsonb, "standardId" uuid, "aboutId" uuid, "happenedAt" timestamptz,
      "enteredAt" timestamptz, "enteredBy" uuid)`,
)

type Of = Pick<Incident, 'id' | 'studentId'>
type Kept = Draft & Pick<Entry, 'happenedAt' | 'enteredAt' | 'enteredBy'>

/** Keeps an entry under the key of whom the incident is about. @returns its id */
function keep(unit: Unit, { id: incidentId, studentId }: Of, { words = null, ...draft }: Kept): string {
  const id = unit.id()
  const sealed = unit.tx.sealed('crisis_entry', { row: id, of: studentId }, { words })
  const row = JSON.stringify({ ...draft, ...sealed, id, incidentId })
  unit.tx.write(insert, { district: unit.districtId, row })
  tellFollowers(unit.tx, incidentId)
  return id
}

/** Keeps an entry as it happened, beside when it was written down and by whom. @returns its id */
export const addEntry = (unit: Unit, of: Of, draft: Draft & { happenedAt: Date }): string =>
  keep(unit, of, { ...draft, enteredAt: unit.now, enteredBy: unit.actor.personId })

/**
 * Writes entries anew in the record in which an incident goes on: with their times and whoever wrote them,
 * and each about the new one of what it spoke of. They come in the order in which they were written down.
 * @returns the entries as they stand there
 */
export function writeAnew(unit: Unit, of: Of, entries: readonly Entry[]): Entry[] {
  const anew = new Map<string, string>()
  return entries.map(({ personName: _, enteredByName: __, ...entry }, at) => {
    const aboutId = entry.aboutId === null ? null : (anew.get(entry.aboutId) ?? null)
    const { id: before, ...draft } = entry
    const id = keep(unit, of, { ...draft, aboutId })
    anew.set(before, id)
    return { ...(entries[at] as Entry), id, aboutId }
  })
}
