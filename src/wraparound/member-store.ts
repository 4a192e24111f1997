import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Member } from './team.ts'

type Of = { district: string }

/** A member with the name they are read by at school. */
export type NamedMember = Member & { readonly name: string | null }
const columns = sql`m.id, m.team_id as "teamId", m.student_id as "studentId", m.side, m.role, m.person_id as "personId",
  m.referral_id as "referralId", m.partner_id as "partnerId", m.caregiver_id as "caregiverId", m.left_at as "leftAt", m.version`

const ofTeam = statement(
  ($: Of & { team: string }) => sql<NamedMember>`
    select ${columns}, coalesce(p.name, a.name, c.name) as name from wraparound_member m
    left join person p on p.district_id = m.district_id and p.id = m.person_id
    left join partner a on a.district_id = m.district_id and a.id = m.partner_id
    left join caregiver c on c.district_id = m.district_id and c.id = m.caregiver_id
    where m.district_id = ${$.district} and m.team_id = ${$.team} order by m.joined_at, m.id`,
)

/** Everybody who is or was on a team, in the order in which they joined. */
export const membersOf = (tx: Transaction, team: string): Promise<NamedMember[]> =>
  tx.all(ofTeam, { district: tx.scope.districtId, team })

type New = Of & Pick<Member, 'teamId' | 'studentId' | 'side' | 'role'> & Record<'id' | 'by', string>
type Whom = Pick<Member, 'personId' | 'referralId' | 'partnerId' | 'caregiverId'> & {
  readonly consentId: string | null
}
const insert = statement(
  ($: New & Whom & { now: Date }) => sql`
    insert into wraparound_member (district_id, id, team_id, student_id, side, role, person_id, referral_id, partner_id, consent_id,
      caregiver_id, joined_by, joined_at)
    values (${$.district}, ${$.id}, ${$.teamId}, ${$.studentId}, ${$.side}, ${$.role}, ${$.personId}, ${$.referralId},
      ${$.partnerId}, ${$.consentId}, ${$.caregiverId}, ${$.by}, ${$.now})`,
)

/** Nobody: each side names its own. */
export const nobody: Whom = {
  personId: null,
  referralId: null,
  partnerId: null,
  consentId: null,
  caregiverId: null,
}

/** Somebody joins a team. @returns the id of the membership */
export function insertMember(
  unit: Unit,
  member: Pick<Member, 'teamId' | 'studentId' | 'side' | 'role'> & Whom,
): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { ...member, district: districtId, id, by: actor.personId as string, now })
  return id
}

const part = statement(
  ($: Of & { id: string; by: string; now: Date; version: number }) => sql`
    update wraparound_member set left_by = ${$.by}, left_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Somebody is on a team no more. */
export const savePart = ({ tx, districtId, actor, now }: Unit, { id, version }: Member): void =>
  tx.write(part, { district: districtId, id, by: actor.personId as string, now, version })

/** An agency that serves a student. */
export type ServingAgency = { readonly id: string; readonly partnerId: string; readonly name: string }
const serving = statement(
  ($: Of & { student: string }) => sql<ServingAgency>`
    select f.id, f.partner_id as "partnerId", p.name from referral f
    join partner p on p.district_id = f.district_id and p.id = f.partner_id
    where f.district_id = ${$.district} and f.student_id = ${$.student} and f.accepted_at is not null and f.ended_at is null
    order by p.name, f.id`,
)

/** The agencies that serve a student, each by the referral it accepted. */
export const servingAgencies = (tx: Transaction, student: string): Promise<ServingAgency[]> =>
  tx.all(serving, { district: tx.scope.districtId, student })
