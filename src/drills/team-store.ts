import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { TeamMember } from '#crisis/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type New = Pick<TeamMember, 'schoolId' | 'kind' | 'name' | 'role' | 'phone' | 'email'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into crisis_team_member (district_id, id, school_id, kind, name, role, phone, email, added_by, added_at)
    values (${$.district}, ${$.id}, ${$.schoolId}, ${$.kind}, ${$.name}, ${$.role}, ${$.phone}, ${$.email}, ${$.by}, ${$.now})`,
)
/** Puts somebody on the team of a school. @returns the id of the row */
export function insertMember(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  const sealed = tx.sealed('crisis_team_member', { row: id, of: null }, given)
  tx.write(insert, { district, id, ...sealed, by: actor.personId as string, now })
  return id
}

const end = statement(
  ($: { district: string; id: string; by: string; now: Date; version: number }) => sql`
    update crisis_team_member set ended_by = ${$.by}, ended_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
export const saveMemberEnded = ({ tx, districtId, actor, now }: Unit, { id, version }: TeamMember): void =>
  tx.write(end, { district: districtId, id, by: actor.personId as string, now, version })

type NewCredit = { memberId: string; title: string; quarterHours: number; earnedOn: string }
const insertOne = statement(
  ($: NewCredit & { district: string; id: string; by: string; now: Date }) => sql`
    insert into crisis_team_credit (district_id, id, member_id, title, quarter_hours, earned_on, recorded_by, recorded_at)
    values (${$.district}, ${$.id}, ${$.memberId}, ${$.title}, ${$.quarterHours}, ${$.earnedOn}, ${$.by}, ${$.now})`,
)
/** Credits somebody with continuing education. */
export function insertCredit(unit: Unit, given: NewCredit): void {
  const { tx, districtId: district, actor, now } = unit
  tx.write(insertOne, { district, id: unit.id(), ...given, by: actor.personId as string, now })
}

/** Something somebody on a team was credited with. */
export type Credit = { memberId: string; title: string; quarterHours: number; earnedOn: string }
const credits = statement(
  ($: { district: string; members: readonly string[] }) => sql<Credit>`
    select member_id as "memberId", title, quarter_hours as "quarterHours", earned_on as "earnedOn" from crisis_team_credit
    where district_id = ${$.district} and member_id = any(${$.members}::uuid[]) order by earned_on desc, id limit 1000`,
)
/** What some people were credited with, the latest first. */
export const creditsOf = (tx: Transaction, members: readonly string[]): Promise<Credit[]> =>
  tx.all(credits, { district: tx.scope.districtId, members })
