import { sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import type { Role } from '#access/roles.ts'
import { statement } from '#platform/database/query.ts'

/** What somebody is told of an opening. */
export type OpeningNews = 'opening.begun' | 'opening.escalated'

/** Whoever holds one of the roles where the student is. Told twice is told once. */
export const toTell = statement(
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
export const before = statement(
  ($: { district: string; opening: string; kind: OpeningNews }) => sql<{ told: boolean }>`
    select exists (select from notice n where n.district_id = ${$.district} and n.kind = ${$.kind}
      and n.subject_id = ${$.opening}) as told`,
)

export const settle = statement(
  ($: { district: string; opening: string; at: Date }) => sql`
    update notice set read_at = ${$.at} where district_id = ${$.district} and subject_type = 'record_opening'
      and subject_id = ${$.opening} and read_at is null`,
)
