import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Escalation } from './escalation.ts'

/** Somebody who was told. */
export type Told = { personId: string; name: string; position: number; sentAt: Date }

const all = statement(
  ($: { district: string; id: string }) => sql<Told>`
    select a.person_id as "personId", p.name, a.position, a.sent_at as "sentAt"
    from escalation_alert a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${$.district} and a.escalation_id = ${$.id} order by a.position`,
)

/** Who was told of an escalation, in the order they were told. */
export const toldOf = (tx: Transaction, escalationId: string): Promise<Told[]> =>
  tx.all(all, { district: tx.scope.districtId, id: escalationId })

type New = Record<'district' | 'escalation' | 'student' | 'person', string> & { position: number; at: Date }
const add = statement(
  ($: New) => sql`
    insert into escalation_alert (district_id, escalation_id, student_id, person_id, position, sent_at)
    values (${$.district}, ${$.escalation}, ${$.student}, ${$.person}, ${$.position}, ${$.at})`,
)

/** Keeps that somebody was told. */
export const addTold = (
  { tx, districtId, now }: Unit,
  { id, studentId }: Pick<Escalation, 'id' | 'studentId'>,
  { personId, position }: { personId: string; position: number },
): void =>
  tx.write(add, {
    district: districtId,
    escalation: id,
    student: studentId,
    person: personId,
    position,
    at: now,
  })

const waiting = statement(
  ($: { district: string; id: string; person: string; since: Date }) => sql<{ waits: boolean }>`
    select true as waits from escalation_alert a
    join escalation e on e.district_id = a.district_id and e.id = a.escalation_id and e.closed_at is null
      and (e.taken_at is null or e.taken_at < ${$.since})
      and not exists (select from escalation_entry n where n.district_id = e.district_id and n.escalation_id = e.id
        and n.kind = 'decision' and n.written_at >= ${$.since})
    where a.district_id = ${$.district} and a.escalation_id = ${$.id} and a.person_id = ${$.person}`,
)

/** Whether nobody has taken or decided an escalation since this person was told of it. */
export const waitsForMoving = async (
  tx: Transaction,
  { escalationId, personId, since }: { escalationId: string; personId: string; since: Date },
): Promise<boolean> =>
  (await tx.maybe(waiting, { district: tx.scope.districtId, id: escalationId, person: personId, since })) !==
  undefined
