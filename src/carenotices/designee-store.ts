import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { type StaffLine, staffAt } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { designable, leadsInOrder } from './policy.ts'
import { type WhoIsTold, whoIsTold } from './rules.ts'

/** Somebody who is told of the notices of a school. */
export type Designee = {
  readonly id: string
  readonly schoolId: string
  readonly personId: string
  readonly name: string
  /** 1 is told at once, 2 when nobody answered in time. */
  readonly position: 1 | 2
  readonly endedAt: Date | null
}

const columns = sql`
  g.id, g.school_id as "schoolId", g.person_id as "personId", p.name, g.position, g.ended_at as "endedAt"`
const from = sql`care_notice_designee g join person p on p.district_id = g.district_id and p.id = g.person_id`
const at = statement(
  ($: { district: string; schools: readonly string[] }) => sql<Designee>`
    select ${columns} from ${from}
    where g.district_id = ${$.district} and g.school_id = any(${$.schools}::uuid[]) and g.ended_at is null and p.ended_at is null
    order by g.position, p.name, g.id`,
)
/** Who is designated at some schools, those who are told at once first. */
export const designeesAt = (tx: Transaction, schools: readonly string[]): Promise<Designee[]> =>
  tx.all(at, { district: tx.scope.districtId, schools })

type One = { district: string; id: string }
const held = statement(
  ($: One) => sql<Designee>`
    select ${columns} from ${from} where g.district_id = ${$.district} and g.id = ${$.id} for no key update of g`,
)
/** Takes the row for the rest of the act, or undefined. */
export const holdDesignee = ({ tx, districtId }: Unit, id: string): Promise<Designee | undefined> =>
  tx.maybe(held, { district: districtId, id })

type New = Pick<Designee, 'schoolId' | 'personId' | 'position'>
const insert = statement(
  ($: One & New & { by: string; now: Date }) => sql`
    insert into care_notice_designee (district_id, id, school_id, person_id, position, named_by, named_at)
    values (${$.district}, ${$.id}, ${$.schoolId}, ${$.personId}, ${$.position}, ${$.by}, ${$.now})`,
)
/** Names somebody at a school. @returns the id of the row */
export function insertDesignee(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { district, id, ...given, by: actor.personId as string, now })
  return id
}

const end = statement(
  ($: One & { by: string; now: Date }) => sql`
    update care_notice_designee set ended_by = ${$.by}, ended_at = ${$.now} where district_id = ${$.district} and id = ${$.id}`,
)
export const saveDesigneeEnded = ({ tx, districtId, actor, now }: Unit, id: string): void =>
  tx.write(end, { district: districtId, id, by: actor.personId as string, now })

/**
 * Who is told of a notice of a school now: by whom it designated, among those who work there and are not
 * kept from the student.
 */
export async function tellableAt(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId }: { schoolId: string; studentId: string | null },
): Promise<WhoIsTold<StaffLine>> {
  const here = { schoolId, about: studentId === null ? [] : [studentId], now }
  const [staff, leads, named] = [
    await staffAt(tx, { ...here, roles: designable }),
    await staffAt(tx, { ...here, roles: leadsInOrder }),
    await designeesAt(tx, [schoolId]),
  ]
  return whoIsTold({ staff, leads }, named)
}
