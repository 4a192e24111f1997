import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Alert } from './incident.ts'
import { tellFollowers } from './tell-followers.ts'

type At = { district: string; incident: string }
const all = statement(
  ($: At) => sql<Alert>`
    select a.id, a.person_id as "personId", p.name, p.phone, a.position, a.sent_at as "sentAt", a.ack_due_at as "ackDueAt",
      a.acknowledged_at as "acknowledgedAt"
    from crisis_alert a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${$.district} and a.incident_id = ${$.incident} order by a.position, a.id`,
)

/** Who was told of an incident, in the order they were told. */
export const alertsOf = (tx: Transaction, incidentId: string): Promise<Alert[]> =>
  tx.all(all, { district: tx.scope.districtId, incident: incidentId })

const insert = statement(
  ($: At & Record<'id' | 'person', string> & { position: number; at: Date; due: Date }) => sql`
    insert into crisis_alert (district_id, id, incident_id, person_id, position, sent_at, ack_due_at)
    values (${$.district}, ${$.id}, ${$.incident}, ${$.person}, ${$.position}, ${$.at}, ${$.due})`,
)

export type NewAlert = { id: string; incidentId: string; personId: string; position: number; ackDueAt: Date }

export function insertAlert(unit: Unit, { id, incidentId, personId, position, ackDueAt }: NewAlert) {
  tellFollowers(unit.tx, incidentId)
  return unit.tx.run(insert, {
    district: unit.districtId,
    incident: incidentId,
    id,
    person: personId,
    position,
    at: unit.now,
    due: ackDueAt,
  })
}

const carried = statement(
  ($: { district: string; row: string }) => sql`
    insert into crisis_alert (district_id, id, incident_id, person_id, position, sent_at, ack_due_at, acknowledged_at)
    select ${$.district}::uuid, r."id", r."incidentId", r."personId", r."position", r."sentAt", r."ackDueAt", r."acknowledgedAt"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "incidentId" uuid, "personId" uuid, "position" int, "sentAt" timestamptz,
      "ackDueAt" timestamptz, "acknowledgedAt" timestamptz)`,
)

/** Somebody who was told of an incident was told of the one in which it goes on, with their answer. */
export function carryAlert(unit: Unit, incidentId: string, alert: Alert): void {
  const row = JSON.stringify({ ...alert, id: unit.id(), incidentId })
  unit.tx.write(carried, { district: unit.districtId, row })
}

const parts = statement(
  ($: At) => sql<{ personId: string }>`
    select a.person_id as "personId" from crisis_alert a where a.district_id = ${$.district} and a.incident_id = ${$.incident}
    union select e.person_id from crisis_entry e where e.district_id = ${$.district} and e.incident_id = ${$.incident}
      and e.kind in ('departure_explained', 'ending_said') and e.person_id is not null
    union select e.entered_by from crisis_entry e where e.district_id = ${$.district} and e.incident_id = ${$.incident}
      and e.kind = 'ending_said' and e.entered_by is not null`,
)

/** Who has part in an incident by name: was told, said how it ends, or was asked to look at something. */
export const partOf = (tx: Transaction, incidentId: string): Promise<{ personId: string }[]> =>
  tx.all(parts, { district: tx.scope.districtId, incident: incidentId })

const answer = statement(
  ($: At & { person: string; at: Date }) => sql`
    update crisis_alert set acknowledged_at = ${$.at} where district_id = ${$.district} and incident_id = ${$.incident}
      and person_id = ${$.person} and acknowledged_at is null`,
)

/** Somebody who was told says they have it. */
export function acknowledge(unit: Unit, { incidentId, personId }: { incidentId: string; personId: string }) {
  tellFollowers(unit.tx, incidentId)
  return unit.tx.run(answer, {
    district: unit.districtId,
    incident: incidentId,
    person: personId,
    at: unit.now,
  })
}

const waiting = statement(
  ($: At & { person: string }) => sql<{ waits: boolean }>`
    select true as waits from crisis_alert a
    join crisis_incident i on i.district_id = a.district_id and i.id = a.incident_id and i.state = 'open'
    where a.district_id = ${$.district} and a.incident_id = ${$.incident} and a.person_id = ${$.person} limit 1`,
)

/** Whether nobody has answered an incident of which this person was told. */
export const waitsForAnswer = async (
  tx: Transaction,
  { incidentId, personId }: { incidentId: string; personId: string },
): Promise<boolean> =>
  (await tx.maybe(waiting, { district: tx.scope.districtId, incident: incidentId, person: personId })) !==
  undefined
