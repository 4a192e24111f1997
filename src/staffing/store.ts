import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { recordedRoles, type StaffMember, type Supervision } from './staff-record.ts'

type Asked = { district: string; roles: readonly string[]; today: string; schools: readonly string[] | null }

// Whoever works at an agency is of no school: they are within reach of every school alone.
const reached = ($: Pick<Asked, 'schools'>) => sql`(${$.schools}::uuid[] is null
  or (a.partner_id is null and (a.whole_district or exists (select from assignment_school m
    where m.district_id = a.district_id and m.assignment_id = a.id and m.school_id = any(${$.schools}::uuid[])))))`

// The latest of each counts: what is put right is a further row.
const members = ($: Asked) => sql`
  select distinct on (p.name, p.id) p.id, p.name, a.role, a.employer,
    coalesce((select e.short_name from partner e where e.district_id = a.district_id and e.id = a.employed_by),
      (select r.short_name from partner r where r.district_id = p.district_id and r.id = p.partner_id)) as agency,
    (select jsonb_build_object('kind', c.kind, 'issuer', c.issuer, 'licenseNumber', c.license_number, 'validUntil', c.valid_until)
      from staff_credential c where c.district_id = p.district_id and c.person_id = p.id
      order by c.recorded_at desc, c.id desc limit 1) as credential,
    v.supervisor_id as "supervisorId", v.name as "supervisorName",
    (select max(s.held_on) from supervision s where s.district_id = p.district_id and s.person_id = p.id) as "supervisedOn",
    ${reached($)} as reached
  from assignment a
  join person p on p.district_id = a.district_id and p.id = a.person_id
  left join lateral (select n.supervisor_id, w.name from staff_supervisor n
    join person w on w.district_id = n.district_id and w.id = n.supervisor_id
    where n.district_id = p.district_id and n.person_id = p.id order by n.named_at desc, n.id desc limit 1) v on true
  where a.district_id = ${$.district} and a.role = any(${$.roles}::text[]) and a.ended_at is null and p.ended_at is null
    and a.starts_on <= ${$.today}::date and (a.ends_on is null or a.ends_on >= ${$.today}::date)`

const listed = statement(
  ($: Asked & { limit: number }) => sql<StaffMember>`
    ${members($)} and ${reached($)} order by p.name, p.id, a.role limit ${$.limit}`,
)
const one = statement(
  ($: Asked & { id: string }) => sql<StaffMember & { reached: boolean }>`
    ${members($)} and p.id = ${$.id} order by p.name, p.id, ${reached($)} desc, a.role`,
)

const asked = (actor: Actor, today: string): Asked => ({
  district: actor.districtId,
  schools: schoolsInReach(actor),
  roles: recordedRoles,
  today,
})

/** Those who help students at schools within reach, by name, with what is on record of them. */
export const listMembers = (
  tx: Transaction,
  actor: Actor,
  at: { today: string; limit: number },
): Promise<StaffMember[]> => tx.all(listed, { ...asked(actor, at.today), limit: at.limit })

/** One of them, and whether they work within reach of who asks. Who may read it is judged by the caller. */
export const findMember = (
  tx: Transaction,
  actor: Actor,
  at: { id: string; today: string },
): Promise<(StaffMember & { reached: boolean }) | undefined> =>
  tx.maybe(one, { ...asked(actor, at.today), id: at.id })

const held = statement(
  ($: { district: string; person: string }) => sql<Supervision>`
    select s.id, s.held_on as "heldOn", s.form, s.minutes, w.name as "supervisorName", r.name as "recordedByName"
    from supervision s
    join person w on w.district_id = s.district_id and w.id = s.supervisor_id
    join person r on r.district_id = s.district_id and r.id = s.recorded_by
    where s.district_id = ${$.district} and s.person_id = ${$.person} order by s.held_on desc, s.recorded_at desc, s.id limit 50`,
)
/** When somebody was supervised, the latest day first. */
export const supervisionsOf = (tx: Transaction, person: string): Promise<Supervision[]> =>
  tx.all(held, { district: tx.scope.districtId, person })

const able = statement(
  ($: Pick<Asked, 'district' | 'today' | 'schools'> & { without: string }) => sql<{
    id: string
    name: string
  }>`
    select distinct p.id, p.name from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${$.district} and a.student_id is null and a.ended_at is null and p.ended_at is null
      and p.id <> ${$.without} and a.role not in ('teacher', 'roster_manager', 'partner_intake')
      and a.starts_on <= ${$.today}::date and (a.ends_on is null or a.ends_on >= ${$.today}::date) and ${reached($)}
    order by p.name, p.id limit 300`,
)
/** Who may be named as the supervisor of somebody: whoever works within reach, and is somebody else. */
export const ableToSupervise = (
  tx: Transaction,
  actor: Actor,
  { today, without }: { today: string; without: string },
): Promise<{ id: string; name: string }[]> => {
  const { district, schools } = asked(actor, today)
  return tx.all(able, { district, schools, today, without })
}
