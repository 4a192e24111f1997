import { sql } from 'kysely'
import type { Role } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { type Reached } from './colleagues-store.ts'
import { colleaguesOf } from './colleagues.ts'
import type { Reading } from './unusual.ts'

/** Work is done between these hours of a weekday, on the district's clock. */
const outside = sql`(extract(isodow from r.local) > 5 or r.local::time not between '06:00' and '20:00')`

/** A concern about the student waits for triage at a school of theirs, and they are of those who decide. */
const waits = (deciders: readonly Role[]) => sql`(g.role = any(${deciders}::text[]) and exists (
  select from concern n
  join assignment a on a.district_id = n.district_id and a.person_id = g.person_id and a.role = g.role
  where n.district_id = g.district_id and n.student_id = g.student_id and n.state in ('submitted', 'acknowledged')
    and (a.whole_district or exists (select from assignment_school y
      where y.district_id = a.district_id and y.assignment_id = a.id and y.school_id = n.school_id))))`

/**
 * What ties somebody to a student: an act of theirs about the student, or a task they hold. Breaking the
 * glass ties nobody.
 */
const linked = (deciders: readonly Role[]) => sql`(${waits(deciders)} or

  exists (select from audit_event x where x.district_id = g.district_id and x.student_id = g.student_id
    and x.person_id = g.person_id and x.kind = 'change' and x.subject_type <> 'record_opening')
  or exists (select from referral f where f.district_id = g.district_id and f.student_id = g.student_id
    and f.navigator_id = g.person_id)
  or exists (select from brief_support b where b.district_id = g.district_id and b.student_id = g.student_id
    and b.owner_id = g.person_id))`

/** How families are reached. It lies sealed: it is compared here, not in the database. */
const families = statement(
  ($: { district: string; students: readonly string[] }) => sql<Reached & { studentId: string }>`
    select u.student_id as "studentId", c.name,
      ${opened('caregiver.phone', 'c')} as phone, ${opened('caregiver.email', 'c')} as email
    from guardianship u join caregiver c on c.district_id = u.district_id and c.id = u.caregiver_id
    where u.district_id = ${$.district} and u.student_id = any(${$.students}::uuid[])`,
)

const same = (one: string | null, other: string | null) =>
  one !== null && one.toLowerCase() === other?.toLowerCase()
/** Whether two are reached in the same way, or bear the same name. */
const isSameHousehold = (one: Reached, other: Reached) =>
  same(one.phone, other.phone) || same(one.email, other.email) || same(one.name, other.name)

/** A search that shows one student alone is a look at that student. */
const searched = (district: unknown, since: unknown) => sql`
  select e.district_id, e.person_id, e.role, e.student_ids[1], e.at, e.at at time zone d.time_zone, false, false
  from audit_event e join district d on d.district_id = e.district_id
  where e.district_id = ${district} and e.at >= ${since} and e.name = 'people/search' and cardinality(e.student_ids) = 1
    and e.person_id is not null and e.partner_id is null`

const readings = statement(
  ($: { district: string; since: Date; deciders: readonly Role[] }) => sql<
    Omit<Reading, 'sameHousehold' | 'colleaguesChild'> & { phone: string | null; email: string | null }
  >`
    with r as (
      select e.district_id, e.person_id, e.role, e.student_id, e.at, e.at at time zone d.time_zone as local,
        e.detail ->> 'ground' = 'break_glass' as glass, coalesce((e.detail ->> 'listed')::boolean, false) as listed
      from audit_event e join district d on d.district_id = e.district_id
      where e.district_id = ${$.district} and e.at >= ${$.since} and e.kind in ('read', 'print', 'export')
        and e.student_id is not null and e.person_id is not null and e.partner_id is null
      union all ${searched($.district, $.since)}),
    g as (
      select r.district_id, r.person_id, r.role, r.student_id, count(*)::int as times, max(r.at) as last_at,
        (count(*) filter (where r.listed))::int as taken,
        (count(distinct r.local::date) filter (where not r.listed))::int as days,
        (count(*) filter (where not r.listed and ${outside}))::int as outside,
        coalesce(bool_or(r.glass), false) as glass
      from r group by r.district_id, r.person_id, r.role, r.student_id)
    select g.person_id as "personId", p.name as "personName", g.role, g.student_id as "studentId",
      coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", g.times, g.taken, g.days, g.outside,
      g.last_at as "lastAt", ${linked($.deciders)} as linked, g.glass as "brokeGlass",
      exists (select from assignment a where a.district_id = g.district_id and a.person_id = g.person_id
        and a.student_id = g.student_id) as "ownChild",
      p.phone, p.email,
      lower(regexp_replace(p.name, '^.* ', '')) = lower(regexp_replace(s.family_name, '^.* ', '')) as "sameFamilyName"
    from g
    join person p on p.district_id = g.district_id and p.id = g.person_id
    join student s on s.district_id = g.district_id and s.id = g.student_id`,
)

/**
 * Who of the schools read about whom since an instant, with what ties them to each other.
 * @param deciders the roles that decide in triage: what waits there is their task
 */
export async function readingsSince(
  tx: Transaction,
  since: Date,
  deciders: readonly Role[],
): Promise<Reading[]> {
  const district = tx.scope.districtId
  const rows = await tx.all(readings, { district, since, deciders })
  const students = [...new Set(rows.map(({ studentId }) => studentId))]
  const reached = Map.groupBy(await tx.all(families, { district, students }), ({ studentId }) => studentId)
  const isOfColleague = await colleaguesOf(tx, students)
  return rows.map(({ phone, email, ...row }) => {
    const reader = { name: row.personName, phone, email }
    const family = reached.get(row.studentId) ?? []
    const colleaguesChild = isOfColleague(row, family)
    return { ...row, colleaguesChild, sameHousehold: family.some((one) => isSameHousehold(one, reader)) }
  })
}
