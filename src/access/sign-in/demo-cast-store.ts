import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { Place } from '../assignments.ts'

/** Somebody invented, whom one click signs in as. */
export type CastMember = {
  districtId: string
  personId: string
  name: string
  loginId: string | null
  /** Their first assignment in force, and how many they hold. */
  place: Pick<Place, 'role' | 'whole_district' | 'district_name' | 'partner_name' | 'school_names'>
  held: number
}

type Row = CastMember['place'] & {
  district_id: string
  person_id: string
  name: string
  login_id: string | null
  held: number
}

export const districts = statement(
  (_: object) => sql<{ id: string }>`select id from house.district_ids() as id`,
)
export const cast = statement(
  ($: { district: string; now: Date }) => sql<Row>`
    select distinct on (p.created_at, p.id) p.district_id, p.id as person_id, p.name, p.login_id,
      a.role, a.whole_district, d.name as district_name, r.short_name as partner_name,
      array(select s.name from assignment_school c
        join school s on s.district_id = c.district_id and s.id = c.school_id
        where c.district_id = a.district_id and c.assignment_id = a.id order by s.name) as school_names,
      count(*) over (partition by p.id) as held
    from district d
    join person p on p.district_id = d.district_id
    join assignment a on a.district_id = p.district_id and a.person_id = p.id
    left join partner r on r.district_id = a.district_id and r.id = a.partner_id
    where d.district_id = ${$.district} and d.demo
      and (p.ended_at is null or p.ended_at > ${$.now}) and (a.ended_at is null or a.ended_at > ${$.now})
      and a.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
    order by p.created_at, p.id, a.covers_for nulls first, a.starts_on, a.id`,
)
