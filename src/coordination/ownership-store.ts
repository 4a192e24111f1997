import { type RawBuilder, sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import { isAway } from '#district/contract.ts'

/** The day of the district, of which every question here is asked. */
const day = sql`d.on_day`

/** The student of an open record `o`. */
const itsStudent = sql`array[o.student_id]`
/** Somebody `p` who works at the school of an open record `o`, and is not kept from its student. */
const worksThere = (role: RawBuilder<unknown>, students = itsStudent) => sql`
  p.ended_at is null and ${notKeptFrom('p', students)} and exists (
    select from assignment a where a.district_id = p.district_id and a.person_id = p.id and ${role}
      and (a.ended_at is null or a.ended_at > d.now) and a.starts_on <= ${day} and (a.ends_on is null or a.ends_on >= ${day})
      and a.id in ${covering(sql`p.district_id`, sql`= o.school_id`)})`

const anyRole = sql`true`

const ownerWorksFor = (students: RawBuilder<unknown>) => sql`exists (
  select from person p where p.district_id = d.district_id and p.id = o.owner_id and ${worksThere(anyRole, students)})`
/** Whether the owner of an open record works there. */
export const ownerWorks = ownerWorksFor(itsStudent)
export const ownerAway = sql`exists (select from person p where p.district_id = d.district_id and p.id = o.owner_id
  and ${isAway('p', day)})`
const ofDay = sql`w.from_on <= ${day} and w.through_on >= ${day} and (w.ended_on is null or w.ended_on > ${day})`
const standInFor = (students: RawBuilder<unknown>) => sql`exists (
  with recursive line as (
    select w.backup_id from absence w where w.district_id = d.district_id and w.person_id = o.owner_id and ${ofDay}
    union select w.backup_id from absence w join line l on w.person_id = l.backup_id where w.district_id = d.district_id and ${ofDay})
  select from line join person p on p.district_id = d.district_id and p.id = line.backup_id
  where not ${isAway('p', day)} and ${worksThere(anyRole, students)})`
/**
 * Whether whoever stands in for the owner today works there and is not away as well: then it goes on to
 * whoever stands in for them, as their lists do.
 */
export const standIn = standInFor(itsStudent)
const ownedFor = (students: RawBuilder<unknown>) =>
  sql`(case when ${ownerAway} then ${standInFor(students)} else ${ownerWorksFor(students)} end)`
/** Whether somebody has it today: its owner, or while they are away whoever stands in. */
export const ownedToday = ownedFor(itsStudent)
/**
 * The same of everything `o` that one owner has at one school, of `o.students`. Where it holds, it holds of
 * each; where it does not, each has to be asked.
 */
export const allOwnedToday = ownedFor(sql`o.students`)
/** How many people see an open record on a list: those in a role that reads it, at its school. */
export const seenBy = sql`(select count(*)::int from (select from person p where p.district_id = d.district_id
  and p.id in (select h.person_id from assignment h where h.district_id = d.district_id and h.role = any(o.roles)
    and h.id in ${covering(sql`d.district_id`, sql`= o.school_id`)})
  and ${worksThere(sql`a.role = any(o.roles)`)} limit 3) few)`
/** How many of the people who were named for an open record work there: it is read by nobody else. */
export const namedThere = sql`(select count(*)::int from person p where p.district_id = d.district_id and p.id = any(o.named)
  and ${worksThere(anyRole)})`
