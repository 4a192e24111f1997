import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type RecordClass, recordClasses } from './request.ts'

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
export type Due = { recordClass: RecordClass; due: number; held: number; students: number }
/** Students whose records of a class the schedule speaks of: how it stands with each, and how many. */
const standing = (recordClass: RecordClass) => sql`
  select s.id, count(*)::int as records, house.removal_standing(s.district_id, s.id, ${sql.lit(recordClass)}, now_on.today) as stands
  from ${sql.table(recordClass)} t
  join student s on s.district_id = t.district_id and s.id = ${sql.ref(recordClass === 'student' ? 't.id' : 't.student_id')}
  where t.district_id = now_on.district and s.left_on < now_on.today and not exists (select from record_removal_student n
    join record_removal m on m.district_id = n.district_id and m.id = n.removal_id
    where n.district_id = s.district_id and n.student_id = s.id and n.removed_at is not null
      and m.record_class in (${sql.lit(recordClass)}, 'student'))
  group by s.district_id, s.id`
const counted = (recordClass: RecordClass) => sql`
  select ${sql.lit(recordClass)} as "recordClass", coalesce(sum(records) filter (where stands = 'due'), 0)::int as due,
    coalesce(sum(records) filter (where stands = 'held'), 0)::int as held, (count(*) filter (where stands = 'due'))::int as students
  from (${standing(recordClass)}) of_student`
const nowOn = ($: { district: string; today: string }) =>
  sql`(select ${$.district}::uuid as district, ${$.today}::date as today) now_on`
const due = statement(
  ($: { district: string; today: string }) => sql<Due>`
    select d.* from ${nowOn($)}, lateral (${sql.join(recordClasses.map(counted), sql` union all `)}) d`,
)
/** What the schedule would remove on a day, class by class. Nothing is removed by asking. */
export const dueForRemoval = (tx: Transaction, today: string): Promise<Due[]> =>
  tx.all(due, { district: tx.scope.districtId, today })

/** One proposal names no more students than this: the rest is proposed after it. */
const mostStudents = 500
const named = (recordClass: RecordClass) =>
  statement(
    ($: { district: string; today: string }) => sql<{ id: string }>`
      select d.id from ${nowOn($)}, lateral (${standing(recordClass)}) d where d.stands = 'due'
      order by d.id limit ${sql.lit(mostStudents)}`,
  )
const dueOf = Object.fromEntries(recordClasses.map((each) => [each, named(each)])) as Record<
  RecordClass,
  ReturnType<typeof named>
>
/** Students whose records of a class are due on a day and held by nothing. */
export const studentsDue = async (
  tx: Transaction,
  { recordClass, today }: { recordClass: RecordClass; today: string },
): Promise<string[]> =>
  (await tx.all(dueOf[recordClass], { district: tx.scope.districtId, today })).map(({ id }) => id)
