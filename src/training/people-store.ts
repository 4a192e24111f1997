import { type RawBuilder, sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { covering } from '#access/covering-store.ts'
import type { Role } from '#access/roles.ts'
import type { Training } from '#access/trainings.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Tally } from './training.ts'

type Pair = { topic: Training; role: Role }
type Asked = {
  district: string
  schools: readonly string[] | null
  topics: readonly string[]
  roles: readonly string[]
  today: string
}
const askedOf = (
  { districtId, ...actor }: Actor,
  { pairs, today }: { pairs: readonly Pair[]; today: string },
): Asked => ({
  district: districtId,
  schools: schoolsInReach({ districtId, ...actor }),
  topics: pairs.map(({ topic }) => topic),
  roles: pairs.map(({ role }) => role),
  today,
})

/** Who works at a school within reach on a day, in which role: null for every school. */
const working = ($: Pick<Asked, 'district' | 'schools' | 'today'>): RawBuilder<unknown> => sql`
  select distinct p.id, p.name, a.role, case when a.whole_district then null else m.school_id end as school_id
  from assignment a
  join person p on p.district_id = a.district_id and p.id = a.person_id
  left join assignment_school m on m.district_id = a.district_id and m.assignment_id = a.id
  where a.district_id = ${$.district} and a.partner_id is null and a.student_id is null and p.ended_at is null
    and a.ended_at is null and a.starts_on <= ${$.today}::date and (a.ends_on is null or a.ends_on >= ${$.today}::date)
    and (a.whole_district or m.school_id is not null)
    and (${$.schools}::uuid[] is null or a.whole_district or m.school_id = any(${$.schools}::uuid[]))`

/** Each of them with each training that is asked of their role, and the last day it holds or held. */
const asked = ($: Asked) => sql`
  select w.id, w.name, w.role, w.school_id, k.topic, house.trained_until(${$.district}, w.id, k.topic, ${$.today}::date) as until
  from (${working($)}) w join unnest(${$.topics}::text[], ${$.roles}::text[]) as k(topic, role) on k.role = w.role`

const tallied = statement(
  ($: Asked & { soon: string }) => sql<Tally>`
    select t.school_id as "schoolId", c.name as "schoolName", t.role, t.topic, count(*)::int as asked,
      count(*) filter (where t.until >= ${$.today}::date)::int as holds,
      count(*) filter (where t.until >= ${$.today}::date and t.until <= ${$.soon}::date)::int as soon
    from (${asked($)}) t left join school c on c.district_id = ${$.district} and c.id = t.school_id
    group by 1, 2, 3, 4 order by c.name nulls first, 3, 4`,
)
type When = { pairs: readonly Pair[]; today: string; soon: string }
/** How many of each school and role are asked for each training, and of how many it holds. */
export const tallyStaff = (tx: Transaction, actor: Actor, { soon, ...given }: When): Promise<Tally[]> =>
  tx.all(tallied, { ...askedOf(actor, given), soon })

/** Somebody with the last day their training for something holds or held; null for never. */
export type Person = { personId: string; name: string; role: Role; topic: Training; until: string | null }
const due = statement(
  ($: Asked & { soon: string; from: number; limit: number }) => sql<Person>`
    select * from (
      select distinct on (t.id, t.topic) t.id as "personId", t.name, t.role, t.topic, t.until from (${asked($)}) t
      where t.until is null or t.until <= ${$.soon}::date order by t.id, t.topic, t.role) d
    order by d.until nulls first, d.name, d."personId", d.topic offset ${$.from} limit ${$.limit}`,
)
/** Who has no training that holds, then whose ends by a day: who never had one first. */
export const whoIsDue = (
  tx: Transaction,
  actor: Actor,
  { soon, from, limit, ...given }: When & { from: number; limit: number },
): Promise<Person[]> => tx.all(due, { ...askedOf(actor, given), soon, from, limit })

const counted = statement(
  ($: Asked) => sql<{ count: number }>`
    select count(distinct t.id)::int as count from (${asked($)}) t where t.until is null or t.until < ${$.today}::date`,
)
/** How many people lack a training that is asked of them. */
export const countDue = async (tx: Transaction, actor: Actor, given: Omit<When, 'soon'>): Promise<number> =>
  (await tx.one(counted, askedOf(actor, given))).count

const named = statement(
  ($: Omit<Asked, 'topics' | 'roles'> & { topic: Training; typed: string; limit: number }) => sql<Person>`
    select distinct on (w.name, w.id) w.id as "personId", w.name, w.role, ${$.topic}::text as topic,
      house.trained_until(${$.district}, w.id, ${$.topic}, ${$.today}::date) as until
    from (${working($)}) w where ${$.typed} = '' or w.name ilike '%' || ${$.typed} || '%'
    order by w.name, w.id, w.role limit ${$.limit}`,
)
type Finding = { topic: Training; typed: string; today: string; limit: number }
/** Whoever works at a school within reach, by a part of their name, with how one training stands. */
export const peopleNamed = (tx: Transaction, actor: Actor, given: Finding): Promise<Person[]> =>
  tx.all(named, {
    ...given,
    district: actor.districtId,
    schools: schoolsInReach(actor),
    // What somebody types is a part of a name, and no pattern.
    typed: given.typed.replace(/[\\%_]/g, '\\$&'),
  })

const among = statement(
  ($: Pick<Asked, 'district' | 'schools' | 'today'> & { people: readonly string[] }) => sql<{ id: string }>`
    select distinct w.id from (${working($)}) w where w.id = any(${$.people}::uuid[])`,
)
/** Those of the people given who work at a school within reach. */
export const knownAmong = async (
  tx: Transaction,
  actor: Actor,
  { people, today }: { people: readonly string[]; today: string },
): Promise<string[]> =>
  (await tx.all(among, { district: actor.districtId, schools: schoolsInReach(actor), people, today })).map(
    ({ id }) => id,
  )

/** Somebody who may record a training. */
export type Recorder = { id: string; name: string; role: Role; phone: string | null }
const recording = statement(
  ($: {
    district: string
    schools: readonly string[]
    roles: readonly string[]
    without: string | null
    today: string
  }) => sql<Recorder>`
    select * from (
      select distinct on (p.id) p.id, p.name, a.role, p.phone from assignment a
      join person p on p.district_id = a.district_id and p.id = a.person_id
      where a.district_id = ${$.district} and a.role = any(${$.roles}::text[]) and a.ended_at is null and p.ended_at is null
        and a.starts_on <= ${$.today}::date and (a.ends_on is null or a.ends_on >= ${$.today}::date)
        and p.id is distinct from ${$.without}::uuid and a.id in ${covering($.district, sql`= any(${$.schools}::uuid[])`)}
      order by p.id, array_position(${$.roles}::text[], a.role)) found
    order by array_position(${$.roles}::text[], found.role), found.name, found.id limit 3`,
)
/** The first three who hold one of the roles at these schools, but one person. */
export const firstRecorders = (
  tx: Transaction,
  given: {
    schools: readonly string[]
    roles: readonly Role[]
    without: string | null
    today: string
  },
): Promise<Recorder[]> => tx.all(recording, { district: tx.scope.districtId, ...given })
