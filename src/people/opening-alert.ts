import { sql } from 'kysely'
import { covering } from '#access/covering.ts'
import { notKeptFrom } from '#access/not-kept.ts'
import type { Role } from '#access/roles.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { RecordOpening } from './opening.ts'

/** What somebody is told of an opening. */
export type OpeningNews = 'opening.begun' | 'opening.escalated'

/** Whoever holds one of the roles where the student is. Told twice is told once. */
const toTell = statement(
  ($: {
    district: string
    opening: string
    kind: OpeningNews
    opener: string
    student: string
    school: string | null
    roles: readonly Role[]
    now: Date
  }) => sql<{ id: string }>`
    select p.id from person p where p.district_id = ${$.district} and p.ended_at is null and p.id <> ${$.opener}
      and exists (select from assignment a join district d on d.district_id = a.district_id
        where a.district_id = p.district_id and a.person_id = p.id and a.role = any(${$.roles}::text[])
          and (a.ended_at is null or a.ended_at > ${$.now})
          and a.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
          and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
          and a.id in ${covering($.district, sql`= ${$.school}::uuid`)})
      and ${notKeptFrom('p', sql`array[${$.student}::uuid]`)}
      and not exists (select from notice n where n.district_id = p.district_id and n.person_id = p.id
        and n.kind = ${$.kind} and n.subject_id = ${$.opening})
    order by p.id`,
)
const before = statement(
  ($: { district: string; opening: string; kind: OpeningNews }) => sql<{ told: boolean }>`
    select exists (select from notice n where n.district_id = ${$.district} and n.kind = ${$.kind}
      and n.subject_id = ${$.opening}) as told`,
)
/** Whether anybody was told this of an opening before. */
export const wasTold = async (tx: Transaction, opening: string, kind: OpeningNews): Promise<boolean> =>
  (await tx.one(before, { district: tx.scope.districtId, opening, kind })).told

const add = statement(
  ($: Record<'district' | 'id' | 'person' | 'kind' | 'opening', string> & { at: Date }) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.kind}, 'record_opening', ${$.opening}, ${$.at})`,
)

type Told = Pick<RecordOpening, 'id' | 'personId' | 'studentId'> & { schoolId: string | null }

/**
 * Tells everybody who holds one of the roles where the student is, except who opened it and whoever is kept
 * from the student: a notice in the transaction, and a message follows at once. @returns how many
 */
export async function tellOfOpening(
  unit: Unit,
  { id, personId, studentId, schoolId }: Told,
  { kind, roles }: { kind: OpeningNews; roles: readonly Role[] },
): Promise<number> {
  const district = unit.districtId
  const told = await unit.tx.all(toTell, {
    district,
    opening: id,
    kind,
    opener: personId,
    student: studentId,
    school: schoolId,
    roles,
    now: unit.now,
  })
  for (const { id: person } of told) {
    unit.tx.write(add, { district, id: unit.id(), person, kind, opening: id, at: unit.now })
    await unit.tell(personTold, { personId: person, kind, subject: { type: 'record_opening', id } })
  }
  return told.length
}

const settle = statement(
  ($: { district: string; opening: string; at: Date }) => sql`
    update notice set read_at = ${$.at} where district_id = ${$.district} and subject_type = 'record_opening'
      and subject_id = ${$.opening} and read_at is null`,
)

/** What was reviewed waits no more: nobody is told of it again. */
export const settleNews = ({ tx, districtId: district, now: at }: Unit, opening: string): void =>
  tx.write(settle, { district, opening, at })
