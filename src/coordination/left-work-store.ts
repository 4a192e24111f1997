import { type RawBuilder, sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { ownedToday, unsureOwners } from './ownership-store.ts'

/**
 * One piece of open work that nobody has: its owner does not work at its school any more, is kept from its
 * student, or is away with nobody there to stand in.
 */
export type LeftWork = {
  kind: 'referral' | 'support' | 'task' | 'concern' | 'improvement'
  id: string
  personId: string
  personName: string
  schoolId: string
  schoolName: string
  /** None for a concern: a student's own request is for triage staff to read [R004]. */
  studentId: string | null
  /** None for an improvement either: that there was a crisis is for few to know. */
  studentName: string | null
  /** How people call a referral on the phone; of a task, the one it is about. */
  number: number | null
  focus: string | null
}

type Values = { district: string; schools: readonly string[] | null; now: Date; limit: number }

/** The day of which it is asked, as every question about owners reads it. */
const today = ($: Pick<Values, 'district' | 'now'>) => sql`
  (select district_id, ${$.now}::timestamptz as now, (${$.now}::timestamptz at time zone time_zone)::date as on_day
    from district where district_id = ${$.district}) d`

type Where = { district: string; owners: RawBuilder<unknown> }
/** Everything open that some people have. */
const workOf = ({ district, owners }: Where) => sql`
  select 'referral' as kind, district_id, id, navigator_id as owner_id, school_id, student_id, number::int, null as focus
  from referral where district_id = ${district} and ended_at is null and navigator_id = any(${owners})
  union all
  select 'support', district_id, id, owner_id, school_id, student_id, null, ${opened('brief_support.focus', 'brief_support')}
  from brief_support where district_id = ${district} and ended_at is null and owner_id = any(${owners})
  union all
  select 'task', t.district_id, t.id, t.owner_id, t.school_id, t.student_id, f.number::int, null
  from review_task t join referral f on f.district_id = t.district_id and f.id = t.referral_id
  where t.district_id = ${district} and t.finished_at is null and t.owner_id = any(${owners})
  union all
  select 'improvement', district_id, id, owner_id, school_id, student_id, null, null
  from improvement where district_id = ${district} and ended_at is null and owner_id = any(${owners})
  union all
  select 'concern', district_id, id, acknowledged_by, school_id, student_id, null, null
  from concern where district_id = ${district} and state = 'acknowledged' and acknowledged_by = any(${owners})`
/** The owners of open work, each with the school it is at. */
const owners = ($: Pick<Values, 'district' | 'schools'>) => sql`
  select o.owner_id, o.school_id from (
    select owner_id, school_id from house.owners_of_open_referrals()
    union select owner_id, school_id from brief_support where district_id = ${$.district} and ended_at is null
    union select owner_id, school_id from review_task where district_id = ${$.district} and finished_at is null
    union select owner_id, school_id from improvement where district_id = ${$.district} and ended_at is null
    union select acknowledged_by, school_id from concern
      where district_id = ${$.district} and state = 'acknowledged' and acknowledged_by is not null) o
  where ${withinReach($.schools, 'o.school_id')}`
const unsure = sql`array(select u.owner_id from unsure u)`

// Of which owners nobody may have it is found for all of them; each piece is asked only where somebody may
// have left it: asked of each at once it took most of a second in a large district.
const left = statement(
  ($: Values) => sql<LeftWork>`
    with d as materialized (select * from ${today($)}), owners as materialized (${owners($)}),
    unsure as materialized (${unsureOwners})
    select o.kind, o.id, o.owner_id as "personId", n.name as "personName", o.school_id as "schoolId", c.name as "schoolName",
      case when o.kind <> 'concern' then o.student_id end as "studentId",
      case when o.kind not in ('concern', 'improvement') then s.given_name || ' ' || s.family_name end as "studentName", o.number, o.focus
    from (${workOf({ district: $.district, owners: unsure })}) o
    join unsure u on u.owner_id = o.owner_id and u.school_id = o.school_id
    join person n on n.district_id = o.district_id and n.id = o.owner_id
    join school c on c.district_id = o.district_id and c.id = o.school_id
    left join student s on s.district_id = o.district_id and s.id = o.student_id
    cross join d
    where not ${ownedToday}
    order by n.name, o.owner_id, c.name, o.school_id, o.kind, o.id limit ${$.limit}`,
)

/** Open work that waits for somebody, by who left it and where, at the schools within reach. */
export const findLeftWork = (
  tx: Transaction,
  actor: Actor,
  { now, limit }: { now: Date; limit: number },
): Promise<LeftWork[]> =>
  tx.all(left, { district: tx.scope.districtId, schools: schoolsInReach(actor), now, limit })

type Of = { district: string; person: string; school: string; now: Date }
const hereAt = statement(
  ($: Of) => sql<{ here: boolean }>`
    select ${ownedToday} as here from (select ${$.person}::uuid as owner_id, ${$.school}::uuid as school_id, null::uuid as student_id) o
    cross join ${today($)}`,
)
const studentsOfLeft = statement(
  ($: Of) => sql<{ id: string }>`
    select distinct o.student_id as id
    from (${workOf({ district: $.district, owners: sql`array[${$.person}::uuid]` })}) o cross join ${today($)}
    where o.school_id = ${$.school} and o.student_id is not null and not ${ownedToday}`,
)
const referrals = statement(
  ($: { district: string; person: string; school: string; students: readonly string[] | null }) => sql<{
    id: string
  }>`
    select id from referral where district_id = ${$.district} and navigator_id = ${$.person}
      and school_id = ${$.school} and ended_at is null
      and (${$.students}::uuid[] is null or student_id = any(${$.students}::uuid[])) order by id`,
)

/**
 * Of which students somebody left their work at a school: of all of them, as null, where nobody has it; else
 * of those they, or whoever stands in for them, are kept from.
 */
export async function studentsLeft(
  tx: Transaction,
  { personId, schoolId, now }: { personId: string; schoolId: string; now: Date },
): Promise<readonly string[] | null> {
  const asked = { district: tx.scope.districtId, person: personId, school: schoolId, now }
  if (!(await tx.one(hereAt, asked)).here) return null
  return (await tx.all(studentsOfLeft, asked)).map(({ id }) => id)
}

/** The open referrals somebody owns at a school, of every student or of some. */
export const openReferralsOf = async (
  tx: Transaction,
  {
    personId,
    schoolId,
    students,
  }: { personId: string; schoolId: string; students: readonly string[] | null },
): Promise<string[]> => {
  const asked = { district: tx.scope.districtId, person: personId, school: schoolId, students }
  return (await tx.all(referrals, asked)).map(({ id }) => id)
}
