import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import { type Standing } from './assignments.ts'
import type { Role } from './roles.ts'

export const ofToken = statement(
  ($: { token: string; hash: Buffer; at: Date }) => sql<
    Standing & { standing_revision: number; holds_until: Date }
  >`
    select s.*, h.standing_revision, h.holds_until
    from house.standing_of_token(${$.token}, ${$.hash}, ${$.at}) s
    cross join lateral house.token_holds(${$.token}, ${$.at}) h`,
)
export const countOf = statement(
  ($: { district: string }) => sql<{ revision: number }>`
    select revision from standing_revision where district_id = ${$.district}`,
)
export const byCode = statement(
  ($: { code: string }) => sql<{ district_id: string; school_id: string }>`
    select district_id, school_id from house.school_by_code(${$.code})`,
)
export const inRole = statement(
  ($: { district: string; role: Role; at: Date }) => sql<Standing & { email: string | null }>`
    select p.district_id, p.id as person_id, a.id as assignment_id, p.name, p.email, a.role, a.partner_id, a.student_id,
      a.whole_district,
      array(select s.school_id from assignment_school s
        where s.district_id = a.district_id and s.assignment_id = a.id order by s.school_id) as school_ids,
      house.kept_from(p.district_id, p.id, a.student_id is null) as blocked_ids,
      'infinity' as terms_end_on
    from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    join district d on d.district_id = a.district_id
    where a.district_id = ${$.district} and a.role = ${$.role} and p.ended_at is null
      and (a.ended_at is null or a.ended_at > ${$.at})
      and a.starts_on <= (${$.at}::timestamptz at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.at}::timestamptz at time zone d.time_zone)::date)
    order by a.starts_on, a.id`,
)
