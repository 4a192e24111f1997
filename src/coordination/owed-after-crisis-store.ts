import { sql } from 'kysely'
import { withinReach } from '#access/reach-store.ts'
import { name, type Reach, student, theirs } from './owed-reach-store.ts'

/** Reviews of incidents one owes, and those that are late, for whoever leads in a crisis. */
export const debriefs = ($: Reach) => sql`
  (select t.id, t.incident_id, t.student_id, ${name}, null, null, t.opened_at, t.due_at
    from incident_review t ${student('t')}
    where t.district_id = ${$.district} and t.written_at is null and ${withinReach($.schools, 't.school_id')}
      and (${theirs($, 't.owner_id', 't.school_id')} or (${$.lead} and t.due_at < ${$.now}))
    order by t.due_at limit 40)`
/** What one is to improve after an incident. */
export const improvements = ($: Reach) => sql`
  (select t.id, t.id, t.student_id, ${name}, null, null, t.made_at,
      (t.due_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
    from improvement t join district d on d.district_id = t.district_id ${student('t')}
    where t.district_id = ${$.district} and ${theirs($, 't.owner_id', 't.school_id')} and t.ended_at is null
      and ${withinReach($.schools, 't.school_id')}
    order by t.due_on limit 40)`
/** Plans to come back one owes, and those that are late, for whoever leads in a crisis. */
export const returns = ($: Reach) => sql`
  (select t.id, t.incident_id, t.student_id, ${name}, t.state, null, t.opened_at, t.next_due_at
    from return_plan t ${student('t')}
    where ${$.care} and t.district_id = ${$.district} and t.ended_at is null and ${withinReach($.schools, 't.school_id')}
      and (${theirs($, 't.owner_id', 't.school_id')} or (${$.lead} and t.next_due_at < ${$.now}))
    order by t.next_due_at limit 40)`
/** Contacts after a crisis, the same way. */
export const followUps = ($: Reach) => sql`
  (select t.id, t.id, t.student_id, ${name}, t.whom, null, t.made_at, t.due_at
    from follow_up t ${student('t')}
    where ${$.care} and t.district_id = ${$.district} and t.ended_at is null and ${withinReach($.schools, 't.school_id')}
      and (${theirs($, 't.owner_id', 't.school_id')} or (${$.lead} and t.due_at < ${$.now}))
    order by t.due_at limit 40)`
