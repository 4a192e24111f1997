import { sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type Lead, toldInOrder } from './lead.ts'

type At = { district: string; schools: readonly string[] | null; roles: readonly string[]; now: Date }
const leads = statement(
  ($: At) => sql<Lead>`
    select p.id, p.name, array_agg(distinct a.role) as roles, p.phone as number, p.phone_checked_on::text as "checkedOn",
      w.name as "checkedByName",
      case when bool_or(a.whole_district) then '[]'::jsonb else (select coalesce(jsonb_agg(distinct
          jsonb_build_object('id', k.id, 'name', k.name)), '[]'::jsonb)
        from assignment_school m join school k on k.district_id = m.district_id and k.id = m.school_id
        where m.district_id = p.district_id and m.assignment_id = any(array_agg(a.id))
          and (${$.schools}::uuid[] is null or m.school_id = any(${$.schools}::uuid[]))) end as schools
    from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    join district d on d.district_id = a.district_id
    left join person w on w.district_id = p.district_id and w.id = p.phone_checked_by
    where a.district_id = ${$.district} and a.role = any(${$.roles}::text[]) and p.ended_at is null
      and (a.ended_at is null or a.ended_at > ${$.now})
      and a.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
      and (${$.schools}::uuid[] is null or a.id in ${covering($.district, sql`= any(${$.schools}::uuid[])`)})
    group by p.district_id, p.id, w.name order by p.name, p.id`,
)

/** Everybody who is told of a crisis at some schools, or at all of them, each once. */
export const leadsAt = (
  tx: Transaction,
  { schools, now }: { schools: readonly string[] | null; now: Date },
): Promise<Lead[]> => tx.all(leads, { district: tx.scope.districtId, schools, roles: toldInOrder, now })

const check = statement(
  ($: Record<'district' | 'id' | 'number' | 'by' | 'on', string>) => sql`
    update person set phone = ${$.number}, phone_checked_on = ${$.on}::date, phone_checked_by = ${$.by}
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Keeps that the work number of somebody is right, and who made sure on which day. */
export const saveLeadChecked = (unit: Unit, { id, number, on }: { id: string; number: string; on: string }) =>
  unit.tx.write(check, {
    district: unit.districtId,
    id,
    number,
    on,
    by: unit.actor.personId as string,
  })
