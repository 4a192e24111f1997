import { type RawBuilder, sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import type { Role } from '#access/roles.ts'

/** Columns that name a district, a school of it, and a role. */
type Place = Record<'district' | 'school' | 'role', RawBuilder<unknown>>

/** An instant, and who decides in triage then. */
export type Moment = { now: Date; deciders: readonly Role[] }

/** Whether a role decides in triage, and somebody holds it at a school, in SQL. */
export const isHeld = ({ district, school, role }: Place, { now, deciders }: Moment) => sql`(
  ${role} = any(${deciders}::text[]) and exists (
  select 1 from assignment h
    join person hp on hp.district_id = h.district_id and hp.id = h.person_id
    join district hd on hd.district_id = h.district_id
    where h.district_id = ${district} and h.role = ${role} and hp.ended_at is null
      and (h.ended_at is null or h.ended_at > ${now})
      and h.starts_on <= (${now}::timestamptz at time zone hd.time_zone)::date
      and (h.ends_on is null or h.ends_on >= (${now}::timestamptz at time zone hd.time_zone)::date)
      and h.id in ${covering(district, sql`= ${school}`)}))`

const ofConcern = { district: sql`c.district_id`, school: sql`c.school_id`, role: sql`c.queue_role` }

/**
 * The role a concern waits for, in SQL over `concern c`: null when any triage staff may take it, and also
 * when nobody holds that role at its school now or the district does not name it any more, so that no concern
 * waits for somebody who is not there [R018].
 */
export const heldQueue = (moment: Moment) =>
  sql`(case when c.queue_role is not null and ${isHeld(ofConcern, moment)} then c.queue_role end)`
