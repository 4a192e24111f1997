import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { RecordClass } from './request.ts'

export type RetentionRule = {
  id: string
  recordClass: RecordClass
  years: number
  source: string
  inForceFrom: string
  addedByName: string
  /** Whether it is the one that counts today for its class. */
  counts: boolean
}
const rules = statement(
  ($: { district: string; today: string }) => sql<RetentionRule>`
    select r.id, r.record_class as "recordClass", r.years, r.source, r.in_force_from as "inForceFrom", p.name as "addedByName",
      r.id = (select o.id from retention_rule o where o.district_id = r.district_id and o.record_class = r.record_class
        and o.in_force_from <= ${$.today}::date order by o.in_force_from desc, o.added_at desc, o.id desc limit 1) as counts
    from retention_rule r join person p on p.district_id = r.district_id and p.id = r.added_by
    where r.district_id = ${$.district} order by r.record_class, r.in_force_from desc, r.added_at desc, r.id desc`,
)
/** Every rule of the schedule, those of one class together, the latest first. @param today YYYY-MM-DD */
export const retentionRules = (tx: Transaction, today: string): Promise<RetentionRule[]> =>
  tx.all(rules, { district: tx.scope.districtId, today })

const add = statement(
  (
    $: Pick<RetentionRule, 'recordClass' | 'years' | 'source' | 'inForceFrom'> & {
      district: string
      id: string
      by: string
      at: Date
    },
  ) => sql`
    insert into retention_rule (district_id, id, record_class, years, source, in_force_from, added_by, added_at)
    values (${$.district}, ${$.id}, ${$.recordClass}, ${$.years}, ${$.source}, ${$.inForceFrom}, ${$.by}, ${$.at})`,
)
/** Keeps a rule. @returns its id */
export function addRule(
  unit: Unit,
  rule: Pick<RetentionRule, 'recordClass' | 'years' | 'source' | 'inForceFrom'>,
): string {
  const id = unit.id()
  const { districtId: district, actor, now: at } = unit
  unit.tx.write(add, { ...rule, district, id, by: actor.personId as string, at })
  return id
}

/** What a rule would remove on a day: records of students who left so long ago, and those a hold keeps. */
export type Due = { recordClass: RecordClass; due: number; held: number }
const counted = (table: RecordClass) => sql`
  select ${sql.lit(table)} as "recordClass",
    count(*) filter (where not h.stands)::int as due, count(*) filter (where h.stands)::int as held
  from ${sql.table(table)} t
  join student s on s.district_id = t.district_id and s.id = t.student_id
  join lateral (select o.years from retention_rule o where o.district_id = t.district_id and o.record_class = ${sql.lit(table)}
    and o.in_force_from <= now_on.today order by o.in_force_from desc, o.added_at desc, o.id desc limit 1) r on true
  join lateral (select exists (select from legal_hold l where l.district_id = t.district_id
    and l.student_id = t.student_id and l.lifted_at is null) as stands) h on true
  where t.district_id = now_on.district and s.left_on + make_interval(years => r.years) < now_on.today`
const due = statement(
  ($: { district: string; today: string }) => sql<Due>`
    select d.* from (select ${$.district}::uuid as district, ${$.today}::date as today) now_on, lateral (
      ${counted('concern')} union all ${counted('brief_support')} union all ${counted('referral')}
      union all ${counted('crisis_incident')}) d`,
)
/** What the schedule would remove on a day, class by class. Nothing is removed by asking. */
export const dueForRemoval = (tx: Transaction, today: string): Promise<Due[]> =>
  tx.all(due, { district: tx.scope.districtId, today })
