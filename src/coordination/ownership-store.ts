import { type RawBuilder, sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import { isAway } from '#district/contract.ts'

/** The day of the district, of which every question here is asked. */
const day = sql`d.on_day`

/** That an assignment `a` is held today. */
const held = sql`(a.ended_at is null or a.ended_at > d.now) and a.starts_on <= ${day}
  and (a.ends_on is null or a.ends_on >= ${day})`
/** Somebody `p` who works at the school of an open record `o`, and is not kept from its student. */
const worksThere = (role: RawBuilder<unknown>) => sql`
  p.ended_at is null and ${notKeptFrom('p', sql`array[o.student_id]`)} and exists (
    select from assignment a where a.district_id = p.district_id and a.person_id = p.id and ${role} and ${held}
      and a.id in ${covering(sql`p.district_id`, sql`= o.school_id`)})`

const anyRole = sql`true`

/** Whether the owner of an open record works there. */
export const ownerWorks = sql`exists (
  select from person p where p.district_id = d.district_id and p.id = o.owner_id and ${worksThere(anyRole)})`
export const ownerAway = sql`exists (select from person p where p.district_id = d.district_id and p.id = o.owner_id
  and ${isAway('p', day)})`
const ofDay = sql`w.from_on <= ${day} and w.through_on >= ${day} and (w.ended_on is null or w.ended_on > ${day})`
/**
 * Whether whoever stands in for the owner today works there and is not away as well: then it goes on to
 * whoever stands in for them, as their lists do.
 */
export const standIn = sql`exists (
  with recursive line as (
    select w.backup_id from absence w where w.district_id = d.district_id and w.person_id = o.owner_id and ${ofDay}
    union select w.backup_id from absence w join line l on w.person_id = l.backup_id where w.district_id = d.district_id and ${ofDay})
  select from line join person p on p.district_id = d.district_id and p.id = line.backup_id
  where not ${isAway('p', day)} and ${worksThere(anyRole)})`
/** Whether somebody has it today: its owner, or while they are away whoever stands in. */
export const ownedToday = sql`(case when ${ownerAway} then ${standIn} else ${ownerWorks} end)`
/**
 * The owners and schools among `owners` of which `ownedToday` may say no: whoever works there, is not away
 * and is kept from nobody has each piece. Found for all at once, where it is asked of each piece otherwise.
 */
export const unsureOwners = sql`
  select o.owner_id, o.school_id from owners o where (o.owner_id, o.school_id) not in (
      select a.person_id, m.school_id from assignment a cross join d
      join person p on p.district_id = a.district_id and p.id = a.person_id and p.ended_at is null
      join assignment_school m on m.district_id = a.district_id and m.assignment_id = a.id
      where a.district_id = d.district_id and ${held})
    and o.owner_id not in (select a.person_id from assignment a cross join d
      join person p on p.district_id = a.district_id and p.id = a.person_id and p.ended_at is null
      where a.district_id = d.district_id and a.whole_district and ${held})
  union select o.owner_id, o.school_id from owners o cross join d where ${ownerAway}
  union select o.owner_id, o.school_id from owners o
    where o.owner_id = any((select house.kept_people(array(select distinct owner_id from owners)))::uuid[])`
/** How many people see an open record on a list: those in a role that reads it, at its school. */
export const seenBy = sql`(select count(*)::int from (select from person p where p.district_id = d.district_id
  and p.id in (select h.person_id from assignment h where h.district_id = d.district_id and h.role = any(o.roles)
    and h.id in ${covering(sql`d.district_id`, sql`= o.school_id`)})
  and ${worksThere(sql`a.role = any(o.roles)`)} limit 3) few)`
/** How many of the people who were named for an open record work there: it is read by nobody else. */
export const namedThere = sql`(select count(*)::int from person p where p.district_id = d.district_id and p.id = any(o.named)
  and ${worksThere(anyRole)})`
