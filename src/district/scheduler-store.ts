import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { covering } from '#access/covering-store.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

export type Scheduler = { readonly personId: string; readonly name: string; readonly phone: string | null }

type On = { district: string; on: string }
/**
 * The rows `k` of those who schedule for a school today: whoever left the district or works elsewhere now
 * does not, though nobody said so here.
 */
const inForce = ($: On) => sql`
  school_scheduler k
  join person p on p.district_id = k.district_id and p.id = k.person_id and p.ended_at is null
  where k.district_id = ${$.district} and k.ended_at is null and exists (
    select from assignment a where a.district_id = k.district_id and a.person_id = k.person_id and a.ended_at is null
      and a.starts_on <= ${$.on}::date and (a.ends_on is null or a.ends_on >= ${$.on}::date)
      and a.id in ${covering($.district, sql`= k.school_id`)})`

const at = statement(
  ($: On & { schools: readonly string[] }) => sql<Scheduler & { schoolId: string }>`
    select k.school_id as "schoolId", k.person_id as "personId", p.name, p.phone from ${inForce($)}
      and k.school_id = any(${$.schools}::uuid[])`,
)
/** Who schedules for some schools today, by school; a school without anybody has no row. */
export const schedulersAt = (
  tx: Transaction,
  asked: { schools: readonly string[]; on: string },
): Promise<(Scheduler & { schoolId: string })[]> => tx.all(at, { district: tx.scope.districtId, ...asked })

const missing = statement(
  ($: On & { schools: readonly string[] | null }) => sql<{ count: number; late: number }>`
    select count(*)::int as count, count(*) filter (where s.live_on <= ${$.on}::date)::int as late from school s
    where s.district_id = ${$.district} and s.closed_on is null and ${withinReach($.schools, 's.id')}
      and s.id not in (select k.school_id from ${inForce($)})`,
)
/** How many schools within reach have nobody who schedules, and how many of them use the pathway already. */
export const countWithoutScheduler = (tx: Transaction, actor: Actor, on: string) =>
  tx.one(missing, { district: tx.scope.districtId, schools: schoolsInReach(actor), on })

const end = statement(
  ($: { district: string; school: string; by: string; now: Date }) => sql`
    update school_scheduler set ended_by = ${$.by}, ended_at = ${$.now}
    where district_id = ${$.district} and school_id = ${$.school} and ended_at is null`,
)
const insert = statement(
  ($: { district: string; id: string; school: string; person: string; by: string; now: Date }) => sql`
    insert into school_scheduler (district_id, id, school_id, person_id, named_by, named_at)
    values (${$.district}, ${$.id}, ${$.school}, ${$.person}, ${$.by}, ${$.now})`,
)
/** Somebody schedules for a school from now on, and whoever did so before does not. The school is held. */
export async function saveScheduler(unit: Unit, school: string, person: string): Promise<void> {
  const { tx, districtId: district, now } = unit
  const by = unit.actor.personId as string
  await tx.run(end, { district, school, by, now })
  await tx.run(insert, { district, id: unit.id(), school, person, by, now })
}
